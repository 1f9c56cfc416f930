package io.github.murmuration.backend;

import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.schedule.Row;

/**
 * A population to allocate.
 *
 * @param agents N
 * @param seed key of the noise
 * @param guidances how many copies of the population to advance side by side on the same starts and noise
 */
public record EnsembleSpec(long agents, long seed, int guidances, Evaluator evaluator, StartTable start) {

    public int dimension() {
        return start.dimension();
    }

    public Row rows() {
        return evaluator.row();
    }

    public SumLayout sums() {
        return new SumLayout(start.labels(), dimension());
    }
}
