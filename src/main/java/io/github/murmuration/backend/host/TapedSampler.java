package io.github.murmuration.backend.host;

import static io.github.murmuration.rng.Noise.COLUMNS;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.MarkTable;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.tape.Interpreter;

/** Starts of agents that have marks and features. */
final class TapedSampler extends StartSampler {

    private static final float[] NONE = {};

    private final EnsembleSpec spec;
    private final TapedStep step;
    private final Interpreter start;
    private final float[] moved;
    private final int[] words = new int[Noise.ROWS];
    private final float[] normals = new float[Noise.ROWS];

    TapedSampler(EnsembleSpec spec, TapedStep step) {
        super(spec);
        this.spec = spec;
        this.step = step;
        this.start = new Interpreter(step.start().agent());
        this.moved = new float[step.dimension()];
    }

    @Override
    void settle(Block block, int tile) {
        drawMarks(block, tile);
        float[] state = block.states[0];
        for (int i = 0; i < Noise.TILE; i++) {
            Interpreter.Inputs inputs = inputs(block, tile, i, NONE);
            start.run(inputs);
            for (int j = 0; j < moved.length; j++) {
                moved[j] = start.output(j, inputs);
            }
            for (int j = 0; j < moved.length; j++) {
                state[block.run(tile, j) + i] = moved[j];
            }
        }
    }

    private void drawMarks(Block block, int tile) {
        for (int q = 0; q < step.marks().count(); q++) {
            MarkTable.Mark mark = step.marks().marks().get(q);
            for (int c = 0; c < COLUMNS; c++) {
                long column = block.firstColumn(tile) + c;
                MarkTable.noise(spec.seed(), column, q, words, normals);
                for (int row = 0; row < Noise.ROWS; row++) {
                    int i = row * COLUMNS + c;
                    long agent = Math.max(0, block.agentAt(tile * Noise.TILE + i));
                    block.marks[block.markRun(tile, q) + i] = mark.value(agent, words[row], normals[row]);
                }
            }
        }
    }

    @Override
    void addFeatures(Block block, int tile, int i, float[] reference, ColumnSums sums) {
        int label = block.label(tile * Noise.TILE + i);
        Interpreter.Inputs inputs = inputs(block, tile, i, reference);
        start.run(inputs);
        for (int f = 0; f < step.features(); f++) {
            int channel = step.dimension() + f;
            sums.addFeature(label, channel, i % COLUMNS, start.output(channel, inputs) - reference[channel]);
        }
    }

    /** What the agent in a place has; features that depend on references are not asked for before there are any. */
    private Interpreter.Inputs inputs(Block block, int tile, int i, float[] reference) {
        return (source, index) -> switch (source) {
            case STATE -> block.states[0][block.run(tile, index) + i];
            case MARK -> block.marks[block.markRun(tile, index) + i];
            case LABEL -> block.label(tile * Noise.TILE + i) + 1;
            case TIME -> step.startTimes()[index];
            case REFERENCE -> reference.length == 0 ? 0 : reference[index];
            default -> throw new IllegalStateException(source + " in the tape of a start");
        };
    }
}
