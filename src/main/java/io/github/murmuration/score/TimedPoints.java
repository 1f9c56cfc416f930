package io.github.murmuration.score;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.diffusion.Diffusion;

/**
 * Points for means over data and noise alike: sum_p w_p f(y_p, u_p) is near the integral over u of E f(a X + s Z, u). The u_p are
 * evenly spaced in their square root, so that many are where there is little noise; datum p mod n is noised.
 *
 * @param points y [p][d]
 * @param noises u [p]
 * @param weights w [p], of which the sum is the horizon
 */
record TimedPoints(double[][] points, double[] noises, double[] weights) {

    static TimedPoints of(Cloud data, Diffusion diffusion, int count, long seed) {
        double[][] points = NoisedCloud.normals(count, data.dimension(), seed, 0);
        double[] noises = new double[count];
        double[] weights = new double[count];
        for (int p = 0; p < count; p++) {
            double root = (p + 0.5) / count;
            noises[p] = diffusion.horizon() * root * root;
            weights[p] = 2 * diffusion.horizon() * root / count;
            double scale = diffusion.scale(noises[p]);
            double deviation = Math.sqrt(diffusion.variance(noises[p]));
            for (int j = 0; j < data.dimension(); j++) {
                points[p][j] = scale * data.points()[p % data.size()][j] + deviation * points[p][j];
            }
        }
        return new TimedPoints(points, noises, weights);
    }

    int size() {
        return noises.length;
    }
}
