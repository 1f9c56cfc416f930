package io.github.murmuration.cloud.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.cloud.Checkerboard;
import io.github.murmuration.cloud.Cloud;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SlicedWassersteinTest {

    /** A translation by b moves every projection by b.theta, of which the mean square is |b|^2/2. */
    @Test
    void theSlicedDistanceOfATranslationIsKnown() {
        Cloud cloud = new Checkerboard().draw(100, 1, 0);
        double[][] moved = Arrays.stream(cloud.points())
                .map(point -> new double[] {point[0] + 3, point[1] - 4})
                .toArray(double[][]::new);
        SlicedWasserstein sliced = new SlicedWasserstein(7);
        assertEquals(5 / Math.sqrt(2), sliced.between(cloud, new Cloud(moved)), 1e-12);
        assertEquals(0, sliced.between(cloud, cloud), 0);
    }
}
