package io.github.murmuration.backend;

import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.TargetTable;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.RowLayout;

/**
 * A population to allocate.
 *
 * @param agents N
 * @param seed key of the noise
 * @param guidances how many copies of the population to advance side by side on the same starts and noise
 */
public record EnsembleSpec(long agents, long seed, int guidances, Scheme scheme, StartTable start, TargetTable target) {

    public int dimension() {
        return start.dimension();
    }

    public RowLayout rows() {
        return new RowLayout(dimension(), target.components());
    }

    public SumLayout sums() {
        return new SumLayout(start.labels(), dimension());
    }
}
