package io.github.murmuration.ensemble;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.schedule.TapeLayout;
import io.github.murmuration.tape.Interpreter;

/** Computes what the agents of a replica have in common in a step: the second part of a row that is run on a tape; nothing elsewhere. */
final class ReplicaTape {

    private static final ReplicaTape NOTHING = new ReplicaTape(null, null, 0, 0);

    private final TapedStep step;
    private final TapeLayout layout;
    private final Tiling tiling;
    private final int firstReplica;
    private final long seed;
    private final Interpreter interpreter;
    private final float[] common;
    private final float[] four = new float[Noise.ROWS];
    private final int[] words = new int[Noise.ROWS];

    private ReplicaTape(TapedStep step, Tiling tiling, int firstReplica, long seed) {
        this.step = step;
        this.layout = step == null ? null : step.row();
        this.tiling = tiling;
        this.firstReplica = firstReplica;
        this.seed = seed;
        this.interpreter = step == null ? null : new Interpreter(step.program().replica());
        this.common = new float[step == null ? 0 : step.commonSources()];
    }

    static ReplicaTape of(Evaluator evaluator, Tiling tiling, int firstReplica, long seed) {
        return evaluator instanceof Evaluator.Taped taped
                ? new ReplicaTape(taped.step(), tiling, firstReplica, seed)
                : NOTHING;
    }

    /**
     * Writes the values of a replica into its row.
     * @param averages those of the moments, from an offset on.
     * @param row modified
     */
    void run(int replica, int number, float[] row, int at, double[] averages, int from) {
        if (step == null) {
            return;
        }
        draw(replica, number);
        Interpreter.Inputs inputs = (source, index) -> switch (source) {
            case TIME -> row[at + layout.time() + index];
            case REFERENCE -> row[at + layout.reference() + index];
            case MEAN -> (float) averages[from + index];
            case COMMON -> common[index];
            default -> throw new IllegalStateException(source + " in the tape of a replica");
        };
        interpreter.run(inputs);
        for (int i = 0; i < layout.shared(); i++) {
            row[at + layout.sharedFrom() + i] = interpreter.output(i, inputs);
        }
    }

    /** Normals of the replica's first agent, whose place they belong to. */
    private void draw(int replica, int number) {
        long column = tiling.firstColumn(firstReplica + replica);
        for (int w = 0; w < common.length; w++) {
            float sum = 0;
            for (int i = 0; i < step.noisePerStep(); i++) {
                int fine = number * step.noisePerStep() + i;
                Noise.normals(seed, Stream.COMMON, column, fine, w, words, four);
                sum = i == 0 ? four[0] : sum + four[0];
            }
            common[w] = sum;
        }
    }
}
