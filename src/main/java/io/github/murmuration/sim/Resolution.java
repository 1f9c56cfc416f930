package io.github.murmuration.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What float32 cannot resolve in a run under one guidance. States are float32, measured from the centre of the schedule: of a state s
 * they keep differences of ulp(s), about 1.2e-7 s. An increment or a spread below 64 ulp of the states has less than two digits. Sums
 * about a reference keep a variance while the mean departs from the reference by less than 512 standard deviations. Source:
 * {@code mathematics.md}, section 10.
 */
final class Resolution {

    /** Units in the last place that a difference of states needs for two digits. */
    static final float FEWEST_ULPS = 64;

    /** Its square is 2^18, and sums have an error of some 2^-22 of the squares: a variance has one digit then. */
    private static final double MOST_DEVIATIONS = 512;

    /** Relative size of a departure that the rounding of states explains. */
    private static final double ROUNDING = 0x1p-20;

    private final String guidance;
    private final Finding spread = new Finding();
    private final Finding increment = new Finding();
    private final Finding variance = new Finding();

    Resolution(String guidance) {
        this.guidance = guidance;
    }

    /** The first place where something was found. */
    private static final class Finding {
        private double time = Double.NaN;
        private int coordinate;
        private double value;
        private double state;

        void at(double t, int j, double found, double scale) {
            if (Double.isNaN(time)) {
                time = t;
                coordinate = j;
                value = found;
                state = scale;
            }
        }
    }

    /**
     * The variance about the mean from sums about a reference, or NaN where it has lost its digits.
     *
     * @param second mean square departure from the reference.
     * @param first mean departure from it.
     * @param reference as states are measured
     */
    static double variance(double second, double first, double reference) {
        double variance = second - first * first;
        boolean lost = variance * MOST_DEVIATIONS * MOST_DEVIATIONS < first * first
                && Math.abs(first) > ROUNDING * Math.abs(reference + first);
        return lost ? Double.NaN : Math.max(0, variance);
    }

    /**
     * Takes the moments of a coordinate at time t, measured from the centre.
     * @param noise that the step before added; 0 if none
     */
    void look(double t, int j, double mean, double variance, double noise) {
        if (Double.isNaN(variance)) {
            this.variance.at(t, j, variance, Math.abs(mean));
            return;
        }
        double deviation = Math.sqrt(variance);
        double state = Math.abs(mean) + deviation;
        double least = FEWEST_ULPS * Math.ulp((float) state);
        if (deviation > 0 && deviation < least) {
            spread.at(t, j, deviation, state);
        }
        if (noise > 0 && noise < least) {
            increment.at(t, j, noise, state);
        }
    }

    /** What was found. */
    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        add(notes, variance, "the sums of a step have lost the digits of the variance, which is left out (nan)");
        add(
                notes,
                spread,
                "the standard deviation %.2g is below 64 units in the last place of float32 states near %.2g");
        add(
                notes,
                increment,
                "the noise of a step, %.2g, is below 64 units in the last place of float32 states near %.2g; take fewer steps");
        return notes;
    }

    private void add(List<Note> notes, Finding finding, String text) {
        if (!Double.isNaN(finding.time)) {
            String what = String.format(Locale.ROOT, text, finding.value, finding.state);
            String where =
                    String.format(Locale.ROOT, "coordinate %d from t = %.4g on: ", finding.coordinate, finding.time);
            notes.add(new Note(guidance, where + what));
        }
    }
}
