package io.github.murmuration.sim;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.ensemble.MarkTable;
import io.github.murmuration.rng.Noise;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * What every agent keeps throughout a run: the label of its initial component, and its marks. Of a part of a population a file has the rows
 * of its agents, and the first part's the header of all.
 */
final class AgentConstants {

    private final Blocks blocks;
    private final long seed;
    private final MarkTable marks;

    AgentConstants(Problem problem, Blocks blocks) {
        this.blocks = blocks;
        this.seed = problem.scenario().population().seed();
        this.marks = problem.evaluator().marks();
    }

    boolean hasMarks() {
        return marks.count() > 0;
    }

    /** Writes labels, counted from 0: uint8 [N]. */
    void writeLabels(Path file, Ensemble ensemble) throws IOException {
        ArrayFile.write(file, blocks.header("|u1"), out -> {
            for (int block = blocks.from(); block < blocks.end(); block++) {
                out.write(ensemble.labels(block));
            }
        });
    }

    /** Writes marks in the order of the model: float32 [N][M]. */
    void writeMarks(Path file) throws IOException {
        ArrayFile.write(file, blocks.header("<f4", marks.count()), out -> {
            for (long tile = blocks.firstAgent() / Noise.TILE; tile * Noise.TILE < blocks.endOfAgents(); tile++) {
                writeTile(tile, out);
            }
        });
    }

    private void writeTile(long tile, OutputStream out) throws IOException {
        int here = (int) Math.min(Noise.TILE, blocks.endOfAgents() - tile * Noise.TILE);
        float[] values = new float[Noise.TILE * marks.count()];
        int[] words = new int[Noise.ROWS];
        float[] normals = new float[Noise.ROWS];
        int columns = Noise.TILE / Noise.ROWS;
        for (int q = 0; q < marks.count(); q++) {
            for (int c = 0; c < columns; c++) {
                MarkTable.noise(seed, tile * columns + c, q, words, normals);
                for (int row = 0; row < Noise.ROWS; row++) {
                    int i = row * columns + c;
                    values[i * marks.count() + q] =
                            marks.marks().get(q).value(tile * Noise.TILE + i, words[row], normals[row]);
                }
            }
        }
        out.write(ArrayFile.littleEndian(values), 0, here * marks.count() * Float.BYTES);
    }
}
