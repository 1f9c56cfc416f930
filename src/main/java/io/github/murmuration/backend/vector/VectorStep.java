package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.host.Block;
import io.github.murmuration.ensemble.Evaluator;
import jdk.incubator.vector.FloatVector;

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

    /** Adds |u|^2 dt to the energies of the agents at places i, ... of a block, if they are kept. @param block modified */
    static void spend(FloatVector power, float dt, Block block, int g, int i) {
        if (block.keepsEnergies()) {
            float[] energies = block.energies[g];
            VectorMath.fma(dt, power, FloatVector.fromArray(Lanes.FLOAT, energies, i))
                    .intoArray(energies, i);
        }
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
