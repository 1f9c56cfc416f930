package io.github.murmuration.sim;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Tiling;
import java.util.ArrayList;
import java.util.List;

/**
 * Agents that stand for all: the first of the population, or, where its components have fixed sizes, the first of each component, as many
 * as its share.
 */
final class AgentSample {

    /** Agents from, ..., to - 1. */
    private record Run(long from, long to) {}

    private final List<Run> runs = new ArrayList<>();
    private final int count;

    /** @param most of all agents */
    AgentSample(EnsembleSpec spec, long most) {
        this.count = (int) Math.min(most, spec.agents());
        long[] inner = spec.start().ends();
        long from = 0;
        for (int k = 0; k <= inner.length; k++) {
            long to = k == inner.length ? spec.agents() : inner[k];
            long taken = share(to, spec.agents()) - share(from, spec.agents());
            if (taken > 0) {
                runs.add(new Run(from, from + taken));
            }
            from = to;
        }
    }

    /** Of the sample, how many stand for the first agents. */
    private long share(long first, long agents) {
        return first == agents ? count : (long) ((double) first * count / agents);
    }

    /** Their states [coordinates][agents of the sample]. */
    float[][] states(Ensemble ensemble, int guidance, int coordinates) {
        float[][] states = new float[coordinates][count];
        int done = 0;
        for (Run run : runs) {
            for (long agent = run.from; agent < run.to; ) {
                int block = (int) (agent / Tiling.BLOCK);
                int first = (int) (agent % Tiling.BLOCK);
                int length = (int) Math.min(Tiling.BLOCK - first, run.to - agent);
                float[][] there = ensemble.states(guidance, block);
                for (int j = 0; j < coordinates; j++) {
                    System.arraycopy(there[j], first, states[j], done, length);
                }
                done += length;
                agent += length;
            }
        }
        return states;
    }
}
