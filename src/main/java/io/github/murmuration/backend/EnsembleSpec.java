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
 * @param noise where the increments come from
 * @param guidances how many copies of the population to advance side by side on the same starts and noise
 */
public record EnsembleSpec(
        long agents, long seed, NoiseSource noise, int guidances, Evaluator evaluator, StartTable start) {

    public int dimension() {
        return start.dimension();
    }

    public Row rows() {
        return evaluator.row();
    }

    public SumLayout sums() {
        return new SumLayout(start.labels(), dimension());
    }

    /** The same population on another noise. */
    public EnsembleSpec with(NoiseSource other) {
        return new EnsembleSpec(agents, seed, other, guidances, evaluator, start);
    }
}
