package io.github.murmuration.score;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.diffusion.Diffusion;

/**
 * Noised points that no score was fitted to, for integrals over noise from {@code least} to the horizon.
 *
 * @param data a cloud whose points are independent
 * @param count of noised points
 */
public record HeldOutPoints(Diffusion diffusion, Cloud data, int count, double least, long seed) {

    /** (1/2) int beta E|s - exact|^2 du, in nats: what data paths lose under s against their own law. */
    public double excess(PointScore score, PointScore exact) {
        TimedPoints points = TimedPoints.of(data, diffusion, count, seed);
        double sum = 0;
        for (int p = 0; p < count; p++) {
            double u = points.noises()[p];
            if (u >= least) {
                double[][] point = {points.points()[p]};
                sum += 0.5 * points.weights()[p] * diffusion.rate(u) * square(score.at(u, point), exact.at(u, point));
            }
        }
        return sum;
    }

    /** Mean over points of |x - y|^2. */
    static double square(double[][] x, double[][] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                sum += (x[i][j] - y[i][j]) * (x[i][j] - y[i][j]) / x.length;
            }
        }
        return sum;
    }

    /** sum_i int E|R_i| du, see {@link SmoothScore.Derivatives#residual}. */
    public double residual(SmoothScore score) {
        TimedPoints points = TimedPoints.of(data, diffusion, count, seed);
        SmoothScore.Derivatives at = SmoothScore.Derivatives.of(score.dimension());
        double sum = 0;
        for (int p = 0; p < count; p++) {
            if (points.noises()[p] >= least) {
                score.at(points.points()[p], points.noises()[p], at);
                for (int i = 0; i < score.dimension(); i++) {
                    double residual = at.residual(diffusion, points.points()[p], points.noises()[p], i);
                    sum += points.weights()[p] * Math.abs(residual);
                }
            }
        }
        return sum;
    }
}
