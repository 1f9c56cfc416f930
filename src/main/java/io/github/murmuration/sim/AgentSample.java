package io.github.murmuration.sim;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Tiling;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final Blocks blocks;

    /** @param most of all agents */
    AgentSample(EnsembleSpec spec, long most) {
        this.count = (int) Math.min(most, spec.agents());
        this.blocks = Blocks.of(spec);
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

    /** Their states [coordinates][agents of the sample]; those of other parts of the population come from there. */
    float[][] states(Agents agents, int guidance, int coordinates) {
        float[][] here = here(agents, guidance, coordinates);
        if (blocks.part().whole()) {
            return here;
        }
        float[][] all = new float[coordinates][count];
        int done = 0;
        for (double[] states : blocks.part().exchange().gather(joined(here))) {
            int n = states.length / coordinates;
            for (int i = 0; i < states.length; i++) {
                all[i / n][done + i % n] = (float) states[i];
            }
            done += n;
        }
        return all;
    }

    /** Of the blocks that are here. */
    private float[][] here(Agents agents, int guidance, int coordinates) {
        float[][] states = new float[coordinates][count];
        int done = 0;
        for (Run run : runs) {
            long end = Math.min(run.to, blocks.endOfAgents());
            for (long agent = Math.max(run.from, blocks.firstAgent()); agent < end; ) {
                int first = (int) (agent % Tiling.BLOCK);
                int length = (int) Math.min(Tiling.BLOCK - first, end - agent);
                float[][] there = agents.states(guidance, (int) (agent / Tiling.BLOCK));
                for (int j = 0; j < coordinates; j++) {
                    System.arraycopy(there[j], first, states[j], done, length);
                }
                done += length;
                agent += length;
            }
        }
        int taken = done;
        return Arrays.stream(states).map(row -> Arrays.copyOf(row, taken)).toArray(float[][]::new);
    }

    private static double[] joined(float[][] rows) {
        double[] all = new double[rows.length * rows[0].length];
        for (int i = 0; i < all.length; i++) {
            all[i] = rows[i / rows[0].length][i % rows[0].length];
        }
        return all;
    }
}
