package io.github.murmuration.backend.host;

import static io.github.murmuration.rng.Noise.COLUMNS;
import static io.github.murmuration.rng.Noise.ROWS;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import java.util.Arrays;

/** Draws the starts of a tile (see StartTable) and sums them up. */
class StartSampler {

    private final EnsembleSpec spec;
    private final StartTable table;
    private final float[][] normals;
    private final int[] words = new int[4];
    private final float[] four = new float[4];

    StartSampler(EnsembleSpec spec) {
        this.spec = spec;
        this.table = spec.start();
        this.normals = new float[ROWS][spec.dimension()];
    }

    /** The sampler of an evaluator: where agents have marks and features it draws and sums these as well. */
    static StartSampler of(EnsembleSpec spec) {
        return spec.evaluator() instanceof Evaluator.Taped taped
                ? new TapedSampler(spec, taped.step())
                : new StartSampler(spec);
    }

    /**
     * Draws starts and labels of a tile into every copy of its state; energies become 0.
     * @param block modified.
     */
    void draw(Block block, int tile) {
        block.setFull(tile, true);
        for (int c = 0; c < COLUMNS; c++) {
            long column = block.firstColumn(tile) + c;
            for (int j = 0; j < spec.dimension(); j++) {
                Noise.normals(spec.seed(), Stream.START, column, 0, j, words, four);
                for (int row = 0; row < ROWS; row++) {
                    normals[row][j] = four[row];
                }
            }
            Noise.words(spec.seed(), Stream.START_COMPONENT, column, 0, 0, words);
            for (int row = 0; row < ROWS; row++) {
                place(block, tile, row * COLUMNS + c, words[row], normals[row]);
            }
        }
        settle(block, tile);
        share(block, tile);
    }

    /**
     * Takes agents that were drawn to where they start.
     * @param block modified
     */
    void settle(Block block, int tile) {}

    /**
     * Sums of starts about a reference [channels], powers 0.
     * @param into [replica in the tile][SumLayout], overwritten
     */
    void sums(Block block, int tile, float[] reference, float[] into) {
        ColumnSums sums = new ColumnSums(spec.sums(), spec.tiling());
        for (int i = 0; i < Noise.TILE; i++) {
            int label = block.label(tile * Noise.TILE + i);
            for (int j = 0; j < spec.dimension(); j++) {
                sums.add(label, j, i % COLUMNS, block.states[0][block.run(tile, j) + i] - reference[j], 0);
            }
            addFeatures(block, tile, i, reference, sums);
        }
        sums.finish(into, 0);
    }

    /**
     * Adds what else is summed of the agent in a place.
     * @param sums modified
     */
    void addFeatures(Block block, int tile, int i, float[] reference, ColumnSums sums) {}

    private void place(Block block, int tile, int i, int word, float[] xi) {
        long agent = block.agentAt(tile * Noise.TILE + i);
        int component = table.component(Math.max(0, agent) % spec.agents(), word);
        int label = table.labels() > 1 ? component : 0;
        block.setLabel(tile * Noise.TILE + i, agent == Tiling.NOBODY ? Block.PADDING : label);
        block.setFull(tile, block.full(tile) && agent != Tiling.NOBODY);
        float[] state = block.states[0];
        for (int j = 0; j < spec.dimension(); j++) {
            state[block.run(tile, j) + i] = table.empirical()
                    ? table.rows()[table.row(Math.max(0, agent)) + j]
                    : table.gaussian(component, j, xi);
        }
    }

    /** From the first copy to the others, and to the starts where they are kept. */
    private void share(Block block, int tile) {
        int first = block.run(tile, 0);
        int length = block.run(tile + 1, 0) - first;
        for (float[] state : block.states) {
            System.arraycopy(block.states[0], first, state, first, length);
        }
        if (block.starts.length > 0) {
            System.arraycopy(block.states[0], first, block.starts, first, length);
        }
        for (int g = 0; g < block.energies.length && block.keepsEnergies(); g++) {
            Arrays.fill(block.energies[g], tile * Noise.TILE, (tile + 1) * Noise.TILE, 0f);
        }
    }
}
