package io.github.murmuration.backend.host;

import static io.github.murmuration.rng.Noise.COLUMNS;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.MarkTable;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.tape.Interpreter;

/** Starts of agents that have marks and features. */
final class TapedSampler extends StartSampler {

    private final EnsembleSpec spec;
    private final TapedStep step;
    private final Interpreter features;
    private final int[] words = new int[Noise.ROWS];
    private final float[] normals = new float[Noise.ROWS];

    TapedSampler(EnsembleSpec spec, TapedStep step) {
        super(spec);
        this.spec = spec;
        this.step = step;
        this.features = new Interpreter(step.start().agent());
    }

    @Override
    void draw(Block block, int tile) {
        super.draw(block, tile);
        for (int q = 0; q < step.marks().count(); q++) {
            MarkTable.Mark mark = step.marks().marks().get(q);
            for (int c = 0; c < COLUMNS; c++) {
                long column = block.firstColumn(tile) + c;
                Noise.normals(spec.seed(), Stream.MARK, column, 0, 2 * q, words, normals);
                Noise.words(spec.seed(), Stream.MARK, column, 0, 2 * q + 1, words);
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
        Interpreter.Inputs inputs = (source, index) -> switch (source) {
            case STATE -> block.states[0][block.run(tile, index) + i];
            case MARK -> block.marks[block.markRun(tile, index) + i];
            case LABEL -> label + 1;
            case TIME -> step.startTimes()[index];
            case REFERENCE -> reference[index];
            default -> throw new IllegalStateException(source + " in the features of a start");
        };
        features.run(inputs);
        for (int f = 0; f < step.features(); f++) {
            int channel = step.dimension() + f;
            sums.addFeature(label, channel, i % COLUMNS, features.output(f, inputs) - reference[channel]);
        }
    }
}
