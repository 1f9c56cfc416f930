package io.github.murmuration.backend.scalar;

import static io.github.murmuration.rng.Noise.COLUMNS;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.host.Batch;
import io.github.murmuration.backend.host.Block;
import io.github.murmuration.backend.host.ColumnSums;
import io.github.murmuration.backend.host.Offender;
import io.github.murmuration.backend.host.TileKernel;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.schedule.Row;

/** The reference arithmetic of a tile: for every step, guidance, row and column in turn, one agent. */
final class ScalarKernel implements TileKernel {

    private final EnsembleSpec spec;
    private final boolean startConditioned;
    private final SumLayout sums;
    private final ScalarNoise noise;
    private final ScalarStep step;
    private final float[][] increments;
    private final ColumnSums columns;

    /** The kernel of an evaluator. */
    static TileKernel of(EnsembleSpec spec) {
        return spec.evaluator() instanceof Evaluator.Taped taped
                ? new ScalarTapeKernel(spec, taped.step())
                : new ScalarKernel(spec);
    }

    private ScalarKernel(EnsembleSpec spec) {
        this.spec = spec;
        this.startConditioned = spec.evaluator().startConditioned();
        this.sums = spec.sums();
        this.noise = new ScalarNoise(spec.seed());
        this.step = ScalarStep.of(spec);
        this.increments = new float[spec.dimension()][Noise.TILE];
        this.columns = new ColumnSums(sums, spec.tiling());
    }

    @Override
    public long advance(Block block, int tile, Batch batch, float[] into) {
        long offender = Offender.NONE;
        int size = spec.tiling().replicasPerTile() * sums.size();
        for (int k = 0; k < batch.count(); k++) {
            drawNoise(block.firstColumn(tile), batch.firstStep() + k);
            for (int g = 0; g < spec.guidances(); g++) {
                int at = (k * spec.guidances() + g) * size;
                for (int i = 0; i < Noise.TILE; i++) {
                    stepAgent(block, tile, g, i, batch.rows()[g], batch.row(k, block.replica(tile, i % COLUMNS)));
                }
                columns.finish(into, at);
                if (Offender.in(into, at, at + size)) {
                    long found = Offender.find(batch.firstStep() + k, block, tile, block.states[g], spec.dimension());
                    offender = Math.min(offender, found);
                }
            }
        }
        return offender;
    }

    private void stepAgent(Block block, int tile, int g, int i, float[] rows, int row) {
        for (int j = 0; j < spec.dimension(); j++) {
            step.x[j] = block.states[g][block.run(tile, j) + i];
            step.z[j] = startConditioned ? block.starts[block.run(tile, j) + i] : 0;
            step.increment[j] = increments[j][i];
        }
        step.take(rows, row, i);
        int label = block.label(tile * Noise.TILE + i);
        float power = 0;
        for (int j = 0; j < spec.dimension(); j++) {
            block.states[g][block.run(tile, j) + i] = step.x[j];
            power = Math.fma(step.u[j], step.u[j], power);
            float reference = rows[row + spec.rows().reference() + j];
            columns.add(label, j, i % COLUMNS, step.x[j] - reference, step.u[j]);
        }
        if (block.keepsEnergies()) {
            int energy = tile * Noise.TILE + i;
            block.energies[g][energy] = Math.fma(rows[row + Row.DT], power, block.energies[g][energy]);
        }
    }

    private void drawNoise(long firstColumn, int stepNumber) {
        for (int j = 0; j < spec.dimension(); j++) {
            noise.normals(Stream.INCREMENT, firstColumn, stepNumber, j, increments[j]);
        }
        step.drawNoise(noise, firstColumn, stepNumber);
    }
}
