package io.github.murmuration.backend;

import io.github.murmuration.ensemble.PartnerChoice;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Standard errors of pair means over batches (see PartnerChoice): what the means of some agents, at one and the same state, differ by when
 * partners are drawn anew. Of every value s = (sum over agents a and draws k of (m_ak - mean over k of m_ak)^2 / (A (K - 1)))^(1/2).
 */
public final class BatchErrors {

    /** Draws K: with AGENTS of them, errors are known to 5 %. */
    public static final int DRAWS = 8;

    /** Most agents A. */
    public static final int AGENTS = 128;

    private final PartnerChoice.Batch batch;
    private final long partners;
    private final double[][] first;
    private final double[][] second;

    /**
     * @param agents N of a replica.
     * @param values of a pair
     */
    public BatchErrors(PartnerChoice.Batch batch, long agents, int values) {
        this.batch = batch;
        this.partners = agents - 1;
        this.first = new double[values][(int) Math.min(AGENTS, agents)];
        this.second = new double[values][first[0].length];
    }

    /**
     * Takes the means of a value in the next draw.
     * @param means of the first agents, AGENTS or all of them at least
     */
    public void add(int value, float[] means) {
        for (int a = 0; a < first[value].length; a++) {
            first[value][a] += means[a];
            second[value][a] += (double) means[a] * means[a];
        }
    }

    /** What a user should know, once all draws are taken. */
    public String remark() {
        return "pair means are taken over " + batch.partners() + " of " + partners
                + " partners, drawn at every step: standard error at the end, for one agent, "
                + IntStream.range(0, first.length)
                        .mapToObj(value -> String.format(Locale.ROOT, "%.2g", error(value)))
                        .collect(Collectors.joining(", "));
    }

    private double error(int value) {
        double squares = 0;
        for (int a = 0; a < first[value].length; a++) {
            squares += second[value][a] - first[value][a] * first[value][a] / DRAWS;
        }
        return Math.sqrt(Math.max(0, squares) / (first[value].length * (DRAWS - 1.0)));
    }
}
