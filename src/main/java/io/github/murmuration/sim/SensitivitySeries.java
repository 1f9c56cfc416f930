package io.github.murmuration.sim;

/**
 * The derivative of a quantity of a written model's population by a parameter, at the times of moments.
 *
 * @param quantity {@code mean_j}, {@code cost} (so far), or the name of what is observed
 * @param values [T]; NaN where there is no derivative
 * @param standardErrors from the derivatives of the agents [T]; empty of what is no mean over agents
 */
public record SensitivitySeries(String quantity, String parameter, double[] values, double[] standardErrors) {

    /** Such as dmean_x/dkappa. */
    public String name() {
        return "d" + quantity + "/d" + parameter;
    }

    /** Whether the quantity is a mean over agents, which has a standard error. */
    public boolean ofMean() {
        return standardErrors.length > 0;
    }

    /** At the end. */
    public Estimate last() {
        return new Estimate(
                values[values.length - 1], ofMean() ? standardErrors[standardErrors.length - 1] : Double.NaN);
    }
}
