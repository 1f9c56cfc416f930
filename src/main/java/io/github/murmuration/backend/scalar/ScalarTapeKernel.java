package io.github.murmuration.backend.scalar;

import static io.github.murmuration.rng.Noise.COLUMNS;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.host.Batch;
import io.github.murmuration.backend.host.Block;
import io.github.murmuration.backend.host.ColumnSums;
import io.github.murmuration.backend.host.Offender;
import io.github.murmuration.backend.host.TileKernel;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.schedule.TapeLayout;
import io.github.murmuration.tape.Interpreter;
import io.github.murmuration.tape.Source;

/** The reference arithmetic of steps on tapes: agent by agent, operation by operation. */
final class ScalarTapeKernel implements TileKernel, Interpreter.Inputs {

    private final EnsembleSpec spec;
    private final TapedStep step;
    private final TapeLayout layout;
    private final SumLayout sums;
    private final ScalarNoise noise;
    private final Interpreter interpreter;
    private final float[][] normals;
    private final float[] fine = new float[Noise.TILE];
    private final float[] moved;
    private final ColumnSums columns;

    private Block block;
    private int tile;
    private int guidance;
    private int agent;
    private float[] rows;
    private int row;

    ScalarTapeKernel(EnsembleSpec spec, TapedStep step) {
        this.spec = spec;
        this.step = step;
        this.layout = step.row();
        this.sums = spec.sums();
        this.noise = new ScalarNoise(spec.seed());
        this.interpreter = new Interpreter(step.program().agent());
        this.normals = new float[step.sources()][Noise.TILE];
        this.moved = new float[sums.channels()];
        this.columns = new ColumnSums(sums, spec.tiling());
    }

    @Override
    public long advance(Block of, int number, Batch batch, float[] into) {
        block = of;
        tile = number;
        long offender = Offender.NONE;
        int size = spec.tiling().replicasPerTile() * sums.size();
        for (int k = 0; k < batch.count(); k++) {
            drawNoise(batch.firstStep() + k);
            for (guidance = 0; guidance < spec.guidances(); guidance++) {
                int at = (k * spec.guidances() + guidance) * size;
                rows = batch.rows()[guidance];
                for (agent = 0; agent < Noise.TILE; agent++) {
                    row = batch.row(k, block.replica(tile, agent % COLUMNS));
                    stepAgent();
                }
                columns.finish(into, at);
                if (Offender.in(into, at, at + size)) {
                    float[] state = block.states[guidance];
                    long found = Offender.find(batch.firstStep() + k, block, tile, state, spec.dimension());
                    offender = Math.min(offender, found);
                }
            }
        }
        return offender;
    }

    private void stepAgent() {
        interpreter.run(this);
        for (int c = 0; c < moved.length; c++) {
            moved[c] = interpreter.output(c, this);
        }
        int label = block.label(tile * Noise.TILE + agent);
        for (int c = 0; c < moved.length; c++) {
            float departure = moved[c] - rows[row + layout.reference() + c];
            if (c < step.dimension()) {
                block.states[guidance][block.run(tile, c) + agent] = moved[c];
                columns.add(label, c, agent % COLUMNS, departure, 0);
            } else {
                columns.addFeature(label, c, agent % COLUMNS, departure);
            }
        }
        if (block.keepsEnergies()) {
            block.energies[guidance][tile * Noise.TILE + agent] += moved[moved.length - 1];
        }
    }

    @Override
    public float value(Source source, int index) {
        return switch (source) {
            case STATE -> block.states[guidance][block.run(tile, index) + agent];
            case MARK -> block.marks[block.markRun(tile, index) + agent];
            case NORMAL -> normals[index][agent];
            case PAIR -> block.pairs[guidance][block.pairRun(tile, index) + agent];
            case LABEL -> block.label(tile * Noise.TILE + agent) + 1;
            case TIME -> rows[row + layout.time() + index];
            case SHARED -> rows[row + layout.sharedFrom() + index];
            case REFERENCE -> rows[row + layout.reference() + index];
            default -> throw new IllegalStateException(source + " in the tape of an agent");
        };
    }

    /** Each of the agents' normals is the sum of some, in the order of time. */
    private void drawNoise(int number) {
        for (int w = 0; w < normals.length; w++) {
            noise.normals(Stream.INCREMENT, block.firstColumn(tile), number * step.noisePerStep(), w, normals[w]);
            for (int n = 1; n < step.noisePerStep(); n++) {
                noise.normals(Stream.INCREMENT, block.firstColumn(tile), number * step.noisePerStep() + n, w, fine);
                for (int i = 0; i < Noise.TILE; i++) {
                    normals[w][i] += fine[i];
                }
            }
        }
    }
}
