package io.github.murmuration.sim;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.Survey;
import io.github.murmuration.ensemble.Tiling;
import java.util.Arrays;

/**
 * The agents of one population of an ensemble, as if no other replica were there. Blocks are those of the population, numbered from its
 * first.
 *
 * @param replica which of those that are advanced together
 * @param shared where blocks are read that replicas share
 */
record Agents(Ensemble ensemble, EnsembleSpec spec, int replica, SharedBlock shared) {

    /** Of an ensemble of one population. */
    static Agents of(Ensemble ensemble, EnsembleSpec spec) {
        return new Agents(ensemble, spec, 0, new SharedBlock(ensemble, 0));
    }

    /** Those that are here: all, or those of a part. */
    Blocks blocks() {
        return Blocks.of(spec);
    }

    int guidances() {
        return spec.guidances();
    }

    /** States of a block [d][agents of the block]. */
    float[][] states(int guidance, int block) {
        return shares()
                ? Arrays.stream(shared.states(guidance, there(block)))
                        .map(all -> Arrays.copyOfRange(all, first(), first() + count()))
                        .toArray(float[][]::new)
                : ensemble.states(guidance, there(block));
    }

    /** Energies of a block; empty where none are kept. */
    float[] energies(int guidance, int block) {
        if (!shares()) {
            return ensemble.energies(guidance, there(block));
        }
        float[] all = shared.energies(guidance, there(block));
        return all.length == 0 ? all : Arrays.copyOfRange(all, first(), first() + count());
    }

    /** Labels of a block. */
    byte[] labels(int block) {
        return shares()
                ? Arrays.copyOfRange(shared.labels(there(block)), first(), first() + count())
                : ensemble.labels(there(block));
    }

    /**
     * What is asked of all agents of blocks from, ..., to - 1: by the ensemble, or here where the population shares its block.
     * @param counts added to
     * @return sums [block][Survey]
     */
    double[][] survey(int guidance, int from, int to, Survey survey, Crew<?> crew, long[][] counts) {
        if (!shares()) {
            return ensemble.survey(guidance, there(from), there(to), survey, crew, counts);
        }
        return new double[][] {survey.read(states(guidance, from), energies(guidance, from), labels(from), counts)};
    }

    /** Whether other replicas have agents in its block. */
    private boolean shares() {
        return tiling().replicas() > 1 && tiling().replicasPerBlock() > 1;
    }

    /** Number in the ensemble. */
    private int there(int block) {
        return replica / tiling().replicasPerBlock() * tiling().blocksPerReplica() + block;
    }

    /** Of the agents of a block that is shared, the first that is one of these. */
    private int first() {
        return replica % tiling().replicasPerBlock() * count();
    }

    private int count() {
        return (int) spec.agents();
    }

    private Tiling tiling() {
        return spec.tiling();
    }
}
