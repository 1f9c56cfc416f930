package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.host.Block;
import io.github.murmuration.ensemble.Evaluator;

/** One step of all agents of a tile, by some evaluator. Holds scratch: one instance per thread. */
interface VectorStep {

    /** The arithmetic of an evaluator. */
    static VectorStep of(EnsembleSpec spec) {
        if (spec.evaluator() instanceof Evaluator.Affine affine) {
            return new VectorAffine(affine);
        }
        if (spec.evaluator() instanceof Evaluator.Interacting interacting) {
            return new VectorInteraction(interacting);
        }
        return new VectorBridge(spec, (Evaluator.Bridge) spec.evaluator());
    }

    /** Draws the noise that all guidances share. */
    void drawNoise(VectorNoise noise, long firstColumn, int step);

    /**
     * Takes the step in one copy of the population.
     *
     * @param block states and energies of copy g modified
     * @param controls u [d][1024], overwritten
     */
    void advance(Block block, int tile, int g, VectorRow row, float[] controls);
}
