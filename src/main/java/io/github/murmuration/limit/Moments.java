package io.github.murmuration.limit;

import java.util.Arrays;

/** Means over a law: over the agents that live, where ends absorb some. */
final class Moments {

    /**
     * Places in a row, after the features and the share of the living: mean and variance of X, mean cost rate, mean cost so far, and shares
     * of the agents that either end has absorbed.
     */
    static final int MEAN = 0;

    static final int VARIANCE = 1;
    static final int COST_RATE = 2;
    static final int COST = 3;
    static final int AT_LOW = 4;
    static final int AT_HIGH = 5;
    static final int OTHERS = 6;

    private final Equation equation;
    private final Boundary boundary;
    private final double[] features;

    Moments(Equation equation, Boundary boundary) {
        this.equation = equation;
        this.boundary = boundary;
        this.features = new double[equation.features()];
    }

    /**
     * M(t), then the share of the living.
     * @param into [F + 1]. Modified.
     */
    void means(Law law, double t, double[] into) {
        Arrays.fill(into, 0);
        law.forEach((x, theta, weight) -> {
            equation.features(t, x, theta, features);
            for (int f = 0; f < features.length; f++) {
                into[f] += weight * features[f];
            }
            into[features.length] += weight;
        });
        if (!boundary.absorbs()) {
            into[features.length] = 1;
        }
        for (int f = 0; f < features.length; f++) {
            into[f] /= into[features.length];
        }
    }

    double costRate(Law law, double t, double[] means) {
        return average(law, (x, theta) -> equation.cost(t, x, theta, means));
    }

    /** Everything that is recorded at one time [F + 1 + OTHERS]. */
    double[] row(Law law, double t, double[] means, double cost) {
        double[] row = Arrays.copyOf(means, means.length + OTHERS);
        double[] place = boundary.periodic() ? circular(law) : straight(law, means[features.length]);
        row[means.length + MEAN] = place[0];
        row[means.length + VARIANCE] = place[1];
        row[means.length + COST_RATE] = costRate(law, t, means);
        row[means.length + COST] = cost;
        row[means.length + AT_LOW] = law.atLow();
        row[means.length + AT_HIGH] = law.atHigh();
        return row;
    }

    private static double[] straight(Law law, double living) {
        double mean = average(law, (x, theta) -> x) / living;
        return new double[] {mean, average(law, (x, theta) -> (x - mean) * (x - mean)) / living};
    }

    private double[] circular(Law law) {
        double turn = 2 * Math.PI / (boundary.high() - boundary.low());
        double c = average(law, (x, theta) -> Math.cos(turn * x));
        double s = average(law, (x, theta) -> Math.sin(turn * x));
        return new double[] {boundary.inside(Math.atan2(s, c) / turn), 1 - Math.hypot(c, s)};
    }

    private interface Function {
        double at(double x, double theta);
    }

    private static double average(Law law, Function f) {
        double[] sum = new double[1];
        law.forEach((x, theta, weight) -> sum[0] += weight * f.at(x, theta));
        return sum[0];
    }
}
