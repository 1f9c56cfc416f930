package io.github.murmuration.study.chaos;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.schedule.TimeGrid;

/**
 * Law of the phase of infinitely many Kuramoto oscillators after every Euler-Maruyama step, in the frame that turns with their mean
 * frequency, on a ring for each of some natural frequencies, measured from it: theta' = theta + omega dt + kappa dt (S cos theta - C sin theta) + noise sqrt(dt) xi, C + iS = E e^{i theta}.
 */
final class RingLaw {

    static final int COSINE = 0;
    static final int SINE = 1;

    private static final double REACH = 8;

    /** Frequencies are so close that what they did at the start does not return within the run, and at least that many. */
    private static final int FEWEST = 64;

    private final Dynamics.Kuramoto dynamics;
    private final TimeGrid grid;
    private final double[] frequencies;
    private final double[] shares;

    RingLaw(Dynamics.Kuramoto dynamics, TimeGrid grid) {
        this.dynamics = dynamics;
        this.grid = grid;
        double deviation = dynamics.frequencyDeviation();
        int count = deviation == 0
                ? 1
                : Math.max(FEWEST, (int) Math.ceil(2 * REACH * deviation * dynamics.horizon() / Math.PI));
        this.frequencies = new double[count];
        this.shares = new double[count];
        double sum = 0;
        for (int l = 0; l < count; l++) {
            double z = count == 1 ? 0 : REACH * (2.0 * l / (count - 1) - 1);
            frequencies[l] = z * deviation;
            shares[l] = Math.exp(-z * z / 2);
            sum += shares[l];
        }
        for (int l = 0; l < count; l++) {
            shares[l] /= sum;
        }
    }

    /** E cos theta and E sin theta before every step and at the end [n+1][2]. */
    double[][] order(GaussianMixture initial) {
        double[][] means = new double[grid.steps() + 1][2];
        PointLaw start = PointLaw.of(initial, 0, deviation(0));
        double[] points = start.points();
        double[][] weights = new double[frequencies.length][];
        for (int l = 0; l < weights.length; l++) {
            weights[l] = start.weights();
        }
        for (int k = 0; k <= grid.steps(); k++) {
            order(points, weights, means[k]);
            if (k < grid.steps()) {
                step(k, points, weights, means[k]);
                points = ring(k);
            }
        }
        return means;
    }

    private void order(double[] points, double[][] weights, double[] into) {
        for (int i = 0; i < points.length; i++) {
            double weight = 0;
            for (int l = 0; l < weights.length; l++) {
                weight += shares[l] * weights[l][i];
            }
            into[COSINE] += weight * Math.cos(points[i]);
            into[SINE] += weight * Math.sin(points[i]);
        }
    }

    private void step(int k, double[] points, double[][] weights, double[] mean) {
        double dt = grid.step(k) * dynamics.horizon();
        int count = ring(k).length;
        GaussianSpread spread = new GaussianSpread(2 * Math.PI / count, deviation(k), 0);
        double[] pulled = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            pulled[i] = points[i]
                    + dynamics.coupling()
                            * dt
                            * (mean[SINE] * Math.cos(points[i]) - mean[COSINE] * Math.sin(points[i]));
        }
        for (int l = 0; l < weights.length; l++) {
            double[] next = new double[count];
            for (int i = 0; i < points.length; i++) {
                spread.add(pulled[i] + frequencies[l] * dt, weights[l][i], next);
            }
            weights[l] = next;
        }
    }

    private double[] ring(int k) {
        double[] points = new double[(int) Math.ceil(4 * Math.PI / deviation(k))];
        for (int i = 0; i < points.length; i++) {
            points[i] = 2 * Math.PI * i / points.length;
        }
        return points;
    }

    private double deviation(int k) {
        return dynamics.noise() * Math.sqrt(grid.step(k) * dynamics.horizon());
    }
}
