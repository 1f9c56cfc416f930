package io.github.murmuration.laboratory;

import java.util.Arrays;

/**
 * How far a game is from its Hamilton-Jacobi-Bellman equation over an Euler-Maruyama step of its particles, in double precision: with what is paid, l,
 *
 * <pre>R = ( e^(-delta h) E U(x + b h + s h^(1/2) xi, t + h) - U(x, t) )/h + l(x, t)</pre>
 *
 * which tends to dU/dt + b.grad U + (s^2/2) Laplace U - delta U + .. = 0 with the first order of h. The mean over xi is that of the 2 d
 * points +-d^(1/2) e_j, exact for polynomials of degree 3, so that it adds an error of order h.
 */
public record StepResidual(ControlledParticles particles) {

    private static final int MOST_AGENTS = 32;
    private static final int MOST_TIMES = 50;

    /**
     * R.
     *
     * @param x [d].
     * @param h of a step that ends at T at the latest, and before T where U is not known there
     */
    public double at(double[] x, double t, double h) {
        double next = Math.exp(-particles.discount() * h) * mean(x, t, h);
        return (next - particles.value(x, t)) / h + particles.paid(x, t);
    }

    private double mean(double[] x, double t, double h) {
        double[] moved = particles.drift(x, t);
        double[] noise = particles.noise(x, t);
        Arrays.setAll(moved, j -> x[j] + moved[j] * h);
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] point = moved.clone();
                point[j] += sign * noise[j] * Math.sqrt(x.length * h);
                sum += particles.value(point, t + h);
            }
        }
        return sum / (2 * x.length);
    }

    /**
     * Root mean square of R along agents, at no more than {@value #MOST_AGENTS} of them and {@value #MOST_TIMES} times each; NaN where
     * there are none.
     *
     * @param paths [agent][T][d].
     * @param times as shares of the horizon [T].
     * @param steps n of the run, so that h = T/n
     */
    public double along(float[][][] paths, double[] times, int steps) {
        double horizon = particles.horizon();
        double last = steps - (particles.valueAtEnd() ? 0.5 : 1.5);
        int stride = Math.max(1, (times.length - 1) / MOST_TIMES);
        double sum = 0;
        int count = 0;
        for (int k = 0; times[k] * steps < last; k += stride) {
            for (int a = 0; a < Math.min(MOST_AGENTS, paths.length); a++) {
                double r = at(doubles(paths[a][k]), times[k] * horizon, horizon / steps);
                sum += r * r;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    private static double[] doubles(float[] x) {
        double[] doubles = new double[x.length];
        Arrays.setAll(doubles, j -> x[j]);
        return doubles;
    }
}
