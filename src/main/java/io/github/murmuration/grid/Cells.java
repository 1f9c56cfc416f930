package io.github.murmuration.grid;

import java.util.Arrays;

/** Equal cells of an interval, and the masses of laws in them. */
public record Cells(double low, double high, int count) {

    /** @throws IllegalArgumentException {@code low < high} does not hold, or fewer than two cells */
    public Cells {
        if (!(low < high) || count < 2) {
            throw new IllegalArgumentException("no cells of the interval from " + low + " to " + high + ": " + count);
        }
    }

    public double width() {
        return (high - low) / count;
    }

    public double centre(int i) {
        return low + (i + 0.5) * width();
    }

    /** Exact masses, tails beyond the ends in the outer cells [n]. */
    public double[] masses(LineLaw law) {
        double[] masses = logMasses(law);
        Arrays.setAll(masses, i -> Math.exp(masses[i]));
        return masses;
    }

    /** Their logarithms [n]. */
    double[] logMasses(LineLaw law) {
        double[] logs = new double[count];
        Arrays.setAll(
                logs,
                i -> law.logMass(
                        i == 0 ? Double.NEGATIVE_INFINITY : low + i * width(),
                        i == count - 1 ? Double.POSITIVE_INFINITY : low + (i + 1) * width()));
        return logs;
    }

    /** Mean of a law that has its masses in the centres. */
    public double mean(double[] masses) {
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += masses[i] * centre(i);
        }
        return mean;
    }

    /** Its variance. */
    public double variance(double[] masses) {
        double mean = mean(masses);
        double variance = 0;
        for (int i = 0; i < count; i++) {
            variance += masses[i] * (centre(i) - mean) * (centre(i) - mean);
        }
        return variance;
    }
}
