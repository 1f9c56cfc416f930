package io.github.murmuration.cloud;

import io.github.murmuration.rng.Stream;
import java.util.List;

/**
 * A cloud of shape k with probability p_k: sum_k p_k L_k over laws of clouds.
 *
 * @param probabilities p [K], positive, of sum 1
 * @param shapes L [K], of one dimension
 */
public record CloudMixture<L extends CloudLaw>(double[] probabilities, List<L> shapes) implements CloudLaw {

    @Override
    public int dimension() {
        return shapes.get(0).dimension();
    }

    /** Shape k of a cloud. */
    public int shape(long seed, int item) {
        return new CloudNoise(Stream.CLOUD_SHAPE, seed, item).choice(probabilities, 0, 0);
    }

    @Override
    public Cloud draw(int points, long seed, int item) {
        return shapes.get(shape(seed, item)).draw(points, seed, item);
    }
}
