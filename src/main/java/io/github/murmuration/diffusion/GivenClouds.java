package io.github.murmuration.diffusion;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudMixture;
import io.github.murmuration.cloud.ManifoldParzen;
import io.github.murmuration.cloud.SmoothedCloud;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The law of clouds that are, with equal probability, one of P given ones: points independent of the density
 * eta_c = (1/n) sum_m N(y_cm, h^2 I).
 *
 * @param clouds y, of one dimension
 * @param bandwidth h > 0
 */
public record GivenClouds(List<Cloud> clouds, double bandwidth) {

    /**
     * The same of k points for each given one, along the surfaces of their clouds.
     * @param times k >= 1; see {@link ManifoldParzen}
     */
    public GivenClouds upsampled(int times) {
        return new GivenClouds(
                IntStream.range(0, clouds.size())
                        .mapToObj(c -> ManifoldParzen.upsampled(clouds.get(c), times, c))
                        .toList(),
                bandwidth);
    }

    /** To draw from. */
    public CloudMixture<SmoothedCloud> law() {
        double[] probabilities = new double[clouds.size()];
        Arrays.fill(probabilities, 1.0 / clouds.size());
        return new CloudMixture<>(
                probabilities,
                clouds.stream()
                        .map(cloud -> new SmoothedCloud(cloud, bandwidth))
                        .toList());
    }
}
