package io.github.murmuration.backend;

import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.TargetTable;
import io.github.murmuration.scenario.Scheme;
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

    /** For backends that know bridges only. @throws UnavailableException the model is another one; says so in the backend's name */
    public Evaluator.Bridge bridgeOn(String backend) {
        if (evaluator instanceof Evaluator.Bridge bridge) {
            return bridge;
        }
        throw new UnavailableException(
                "model " + evaluator.model() + " is not available on " + backend + " yet; use --backend cpu");
    }

    /** Scheme of a bridge. */
    public Scheme scheme() {
        return bridgeOn("this backend").scheme();
    }

    /** Target of a bridge. */
    public TargetTable target() {
        return bridgeOn("this backend").target();
    }
}
