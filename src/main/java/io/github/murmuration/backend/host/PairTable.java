package io.github.murmuration.backend.host;

import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The numbers that a tape of pairs reads of the agents of one replica: columns of N numbers, in one order for all of them. Agents and their partners are
 * read from the same columns; one that is not read is empty.
 *
 * @param states [d][N]
 * @param marks [q][N]
 * @param labels [N], from 1
 */
public record PairTable(float[][] states, float[][] marks, float[] labels) {

    static PairTable of(TapedStep step, int agents) {
        float[][] states = columns(step.dimension(), readStates(step), agents);
        float[][] marks = columns(step.marks().count(), readMarks(step), agents);
        return new PairTable(states, marks, new float[readsLabels(step) ? agents : 0]);
    }

    private static float[][] columns(int count, IntPredicate read, int agents) {
        return IntStream.range(0, count)
                .mapToObj(i -> new float[read.test(i) ? agents : 0])
                .toArray(float[][]::new);
    }

    /** Columns that are not empty. */
    static int count(TapedStep step) {
        return (int)
                (IntStream.range(0, step.dimension()).filter(readStates(step)).count()
                        + IntStream.range(0, step.marks().count())
                                .filter(readMarks(step))
                                .count()
                        + (readsLabels(step) ? 1 : 0));
    }

    private static IntPredicate readStates(TapedStep step) {
        Tape tape = step.program().pair();
        return j -> tape.reads(Source.STATE, j) || tape.reads(Source.OTHER_STATE, j);
    }

    private static IntPredicate readMarks(TapedStep step) {
        Tape tape = step.program().pair();
        return q -> tape.reads(Source.MARK, q) || tape.reads(Source.OTHER_MARK, q);
    }

    private static boolean readsLabels(TapedStep step) {
        Tape tape = step.program().pair();
        return tape.reads(Source.LABEL) || tape.reads(Source.OTHER_LABEL);
    }

    /**
     * Takes some agents from their places in a block, one after the other in one tile.
     * @param i number of the first in the order of the table
     */
    void take(int i, Block block, int guidance, int place, int count) {
        int tile = place / Noise.TILE;
        int within = place % Noise.TILE;
        for (int j = 0; j < states.length; j++) {
            if (states[j].length > 0) {
                System.arraycopy(block.states[guidance], block.run(tile, j) + within, states[j], i, count);
            }
        }
        for (int q = 0; q < marks.length; q++) {
            if (marks[q].length > 0) {
                System.arraycopy(block.marks, block.markRun(tile, q) + within, marks[q], i, count);
            }
        }
        for (int k = 0; labels.length > 0 && k < count; k++) {
            labels[i + k] = block.label(place + k) + 1;
        }
    }
}
