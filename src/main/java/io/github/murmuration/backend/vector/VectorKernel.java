package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.host.Batch;
import io.github.murmuration.backend.host.Block;
import io.github.murmuration.backend.host.Offender;
import io.github.murmuration.backend.host.TileKernel;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.schedule.Row;

/** One tile, step by step: noise once for all guidances, then per guidance the step and its sums. */
final class VectorKernel implements TileKernel {

    private final EnsembleSpec spec;
    private final int dimension;
    private final Row layout;
    private final SumLayout sumLayout;
    private final VectorNoise noise;
    private final VectorStep step;
    private final VectorSums sums;
    private final VectorRow row;
    private final float[] controls;

    /** The kernel of an evaluator. */
    static TileKernel of(EnsembleSpec spec) {
        return spec.evaluator() instanceof Evaluator.Taped taped
                ? new VectorTapeKernel(spec, taped.step())
                : new VectorKernel(spec);
    }

    private VectorKernel(EnsembleSpec spec) {
        this.spec = spec;
        this.dimension = spec.dimension();
        this.layout = spec.rows();
        this.sumLayout = spec.sums();
        this.noise = new VectorNoise(spec.seed());
        this.step = VectorStep.of(spec);
        this.sums = new VectorSums(sumLayout, spec.tiling());
        this.row = new VectorRow(layout, spec.tiling().columns());
        this.controls = new float[dimension * Noise.TILE];
    }

    @Override
    public long advance(Block block, int tile, Batch batch, float[] into) {
        sums.tile(block, tile);
        long offender = Offender.NONE;
        int size = spec.tiling().replicasPerTile() * sumLayout.size();
        for (int k = 0; k < batch.count(); k++) {
            int number = batch.firstStep() + k;
            step.drawNoise(noise, block.firstColumn(tile), number);
            for (int g = 0; g < spec.guidances(); g++) {
                int at = (k * spec.guidances() + g) * size;
                row.turnTo(batch, k, g, block, tile);
                step.advance(block, tile, g, row, controls);
                sum(block, tile, g, into, at);
                if (Offender.in(into, at, at + size)) {
                    offender = Math.min(offender, Offender.find(number, block, tile, block.states[g], dimension));
                }
            }
        }
        return offender;
    }

    private void sum(Block block, int tile, int g, float[] into, int at) {
        for (int j = 0; j < dimension; j++) {
            int reference = row.fed(layout.reference() + j);
            sums.coordinate(j, block.states[g], block.run(tile, j), controls, j * Noise.TILE, row, reference, into, at);
        }
    }
}
