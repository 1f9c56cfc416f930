package io.github.murmuration.sim;

import io.github.murmuration.ensemble.MarkTable;
import io.github.murmuration.ensemble.Tiling;
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
    private final Tiling tiling;

    AgentConstants(Problem problem, Blocks blocks) {
        this.blocks = blocks;
        this.seed = problem.scenario().population().seed();
        this.marks = problem.evaluator().marks();
        this.tiling = problem.tiling(blocks.agents());
    }

    boolean hasMarks() {
        return marks.count() > 0;
    }

    /** Writes labels, counted from 0: uint8 [N]. */
    void writeLabels(Path file, Agents agents) throws IOException {
        ArrayFile.write(file, blocks.header("|u1"), out -> {
            for (int block = blocks.from(); block < blocks.end(); block++) {
                out.write(agents.labels(block));
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
        for (int q = 0; q < marks.count(); q++) {
            for (int c = 0; c < tiling.columns(); c++) {
                MarkTable.noise(seed, tiling.columnsBefore() + tile * Noise.COLUMNS + c, q, words, normals);
                for (int row = 0; row < Noise.ROWS; row++) {
                    int i = row * tiling.columns() + c;
                    long agent = tiling.agentsBefore() + tile * Noise.TILE + i;
                    values[i * marks.count() + q] = marks.marks().get(q).value(agent, words[row], normals[row]);
                }
            }
        }
        out.write(ArrayFile.littleEndian(values), 0, here * marks.count() * Float.BYTES);
    }
}
