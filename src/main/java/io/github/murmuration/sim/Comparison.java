package io.github.murmuration.sim;

/**
 * A simulated quantity at the end of a run beside its exact value.
 *
 * @param exact in continuous time
 * @param standardErrors by which they differ, the errors of both taken together
 * @param limit of standardErrors that sampling alone does not reach
 */
public record Comparison(
        String guidance, String quantity, double simulated, double exact, double standardErrors, double limit) {

    /** Whether sampling explains the difference. */
    public boolean met() {
        return standardErrors <= limit;
    }
}
