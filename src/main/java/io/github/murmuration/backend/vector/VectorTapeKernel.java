package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.host.Batch;
import io.github.murmuration.backend.host.Block;
import io.github.murmuration.backend.host.Offender;
import io.github.murmuration.backend.host.TileKernel;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.schedule.TapeLayout;
import jdk.incubator.vector.FloatVector;

/** Steps on tapes: one tile, step by step, operation by operation over all its agents. */
final class VectorTapeKernel implements TileKernel {

    private final EnsembleSpec spec;
    private final TapedStep step;
    private final TapeLayout layout;
    private final SumLayout sumLayout;
    private final VectorNoise noise;
    private final VectorTape tape;
    private final VectorSums sums;
    private final VectorRow row;
    private final float[] fine = new float[Noise.TILE];

    VectorTapeKernel(EnsembleSpec spec, TapedStep step) {
        this.spec = spec;
        this.step = step;
        this.layout = step.row();
        this.sumLayout = spec.sums();
        this.noise = new VectorNoise(spec.seed());
        this.tape = new VectorTape(step);
        this.sums = new VectorSums(sumLayout, spec.tiling());
        this.row = new VectorRow(layout, spec.tiling().columns());
    }

    @Override
    public long advance(Block block, int tile, Batch batch, float[] into) {
        sums.tile(block, tile);
        long offender = Offender.NONE;
        int size = spec.tiling().replicasPerTile() * sumLayout.size();
        for (int k = 0; k < batch.count(); k++) {
            int number = batch.firstStep() + k;
            drawNoise(block.firstColumn(tile), block.used(tile), number);
            for (int g = 0; g < spec.guidances(); g++) {
                int at = (k * spec.guidances() + g) * size;
                row.turnTo(batch, k, g, block, tile);
                tape.run(block, tile, g, row);
                sum(into, at);
                keep(block, tile, g);
                if (Offender.in(into, at, at + size)) {
                    offender =
                            Math.min(offender, Offender.find(number, block, tile, block.states[g], spec.dimension()));
                }
            }
        }
        return offender;
    }

    private void sum(float[] into, int at) {
        for (int c = 0; c < sumLayout.channels(); c++) {
            int reference = row.fed(layout.reference() + c);
            sums.channel(c, tape.output(c), row, reference, into, at);
        }
    }

    /**
     * The state after the step, and what it cost.
     * @param block modified
     */
    private void keep(Block block, int tile, int g) {
        if (block.keepsEnergies()) {
            VectorOperand cost = tape.output(sumLayout.channels() - 1);
            for (int i = 0; i < Noise.TILE; i += Lanes.COUNT) {
                int at = tile * Noise.TILE + i;
                FloatVector.fromArray(Lanes.FLOAT, block.energies[g], at)
                        .add(cost.get(i))
                        .intoArray(block.energies[g], at);
            }
        }
        tape.store();
    }

    private void drawNoise(long firstColumn, int places, int number) {
        for (int w = 0; w < step.sources(); w++) {
            int first = number * step.noisePerStep();
            noise.normals(Stream.INCREMENT, firstColumn, first, w, tape.normals, w * Noise.TILE, places);
            for (int n = 1; n < step.noisePerStep(); n++) {
                noise.normals(Stream.INCREMENT, firstColumn, first + n, w, fine, 0, places);
                for (int i = 0; i < Noise.TILE; i += Lanes.COUNT) {
                    FloatVector.fromArray(Lanes.FLOAT, tape.normals, w * Noise.TILE + i)
                            .add(FloatVector.fromArray(Lanes.FLOAT, fine, i))
                            .intoArray(tape.normals, w * Noise.TILE + i);
                }
            }
        }
    }
}
