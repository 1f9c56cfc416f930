package io.github.murmuration.cloud.distance;

import io.github.murmuration.cloud.Cloud;

/** Chamfer distance: mean over x of min_y |x - y|^2, plus mean over y of min_x |x - y|^2. Work n log n. */
public final class Chamfer implements CloudDistance {

    @Override
    public double between(Cloud x, Cloud y) {
        return toNearest(x, y) + toNearest(y, x);
    }

    /** Mean over x of min_y |x - y|^2. */
    public static double toNearest(Cloud x, Cloud y) {
        NearestPoint nearest = new NearestPoint(y);
        double sum = 0;
        for (double[] point : x.points()) {
            sum += nearest.squaredDistance(point);
        }
        return sum / x.size();
    }
}
