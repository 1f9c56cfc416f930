package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.host.Block;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.rng.Noise;
import jdk.incubator.vector.FloatVector;

/** One step of all agents of a tile, by some evaluator. Holds scratch: one instance per thread. */
interface VectorStep {

    /** The arithmetic of an evaluator. */
    static VectorStep of(EnsembleSpec spec) {
        if (spec.evaluator() instanceof Evaluator.Affine affine) {
            return new VectorAffine(affine);
        }
        return new VectorBridge(spec, (Evaluator.Bridge) spec.evaluator());
    }

    /**
     * Adds |u|^2 dt to the energies of the agents of a tile, if they are kept.
     * @param u [d][1024].
     * @param block modified
     */
    static void spend(float[] u, int dimension, float dt, Block block, int tile, int g) {
        if (block.keepsEnergies()) {
            FloatVector factor = FloatVector.broadcast(Lanes.FLOAT, dt);
            for (int i = 0; i < Noise.TILE; i += Lanes.COUNT) {
                FloatVector power = FloatVector.zero(Lanes.FLOAT);
                for (int j = 0; j < dimension; j++) {
                    FloatVector control = FloatVector.fromArray(Lanes.FLOAT, u, j * Noise.TILE + i);
                    power = control.fma(control, power);
                }
                int at = tile * Noise.TILE + i;
                FloatVector energy = FloatVector.fromArray(Lanes.FLOAT, block.energies[g], at);
                power.fma(factor, energy).intoArray(block.energies[g], at);
            }
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
