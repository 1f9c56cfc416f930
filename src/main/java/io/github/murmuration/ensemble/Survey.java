package io.github.murmuration.ensemble;

import io.github.murmuration.rng.Noise;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked of all agents as they are: sums over each block, and counts over all of them. The sums of a block are one vector of float64:
 *
 * <pre>
 * [d][d]       of (x_i - about_i) (x_j - about_j), j &lt;= i, over those that live
 * [labels][3]  of 1, e, e^2 over the agents of a label, e being an agent's energy; 0 where none are kept
 * 1            of 1 over those that live
 * [ends]       of 1 over those that an end does not spare
 * </pre>
 *
 * Each has 256 columns: column c adds the agents c, c + 256, ... of the block in turn, and columns are halved as SumTree halves those of a
 * tile. So a sum has the same bits whoever makes it.
 *
 * @param about what departures are from [d]
 * @param ends that absorb agents; those live that every end spares
 * @param labels whose energies are summed, or 0
 * @param low where the bins of the first coordinates begin: of as many as are counted
 * @param width of a bin of each of these
 * @param bins of a coordinate
 */
public record Survey(double[] about, List<End> ends, int labels, double[] low, double[] width, int bins) {

    /** Sums of the energies of a label: their number, sum and sum of squares. */
    public static final int ENERGY_SUMS = 3;

    /**
     * An end that absorbs.
     *
     * @param coordinate by number
     * @param low whether agents live above it, not below
     */
    public record End(int coordinate, float at, boolean low) {

        /** Whether an agent is not beyond it, and not on it. */
        boolean spares(float x) {
            return low ? x > at : x < at;
        }
    }

    /** Sums of a block. */
    public int size() {
        return endAt(ends.size());
    }

    /** Which of them is that of a product, j &lt;= i. */
    public int productAt(int i, int j) {
        return i * about.length + j;
    }

    /** Which is the first of a label's energies. */
    public int energiesAt(int label) {
        return about.length * about.length + ENERGY_SUMS * label;
    }

    /** Which is the number of the living. */
    public int livingAt() {
        return energiesAt(labels);
    }

    /** Which is the number of those on an end. */
    public int endAt(int end) {
        return livingAt() + 1 + end;
    }

    /** Which of so many bins, each so wide and the first beginning at low, counts a number; the end bins count numbers beyond them. */
    public static int bin(double x, double low, double width, int bins) {
        return (int) Math.max(0, Math.min(bins - 1, Math.floor((x - low) / width)));
    }

    /**
     * Reads the agents of a block. By several threads at a time.
     *
     * @param states [d][n]; more rows, of derivatives, are passed over
     * @param energies [n]; empty where none are kept or summed
     * @param labels [n]; empty where no energies are summed
     * @param counts [coordinates that are counted][bins]; added to
     * @return sums of the block
     */
    public double[] read(float[][] states, float[] energies, byte[] labels, long[][] counts) {
        double[] sums = new double[size()];
        boolean[] lives = living(states, sums);
        for (int i = 0; i < about.length; i++) {
            for (int j = 0; j <= i; j++) {
                sums[productAt(i, j)] = product(i, j, states, lives);
            }
        }
        energies(energies, labels, sums);
        for (int j = 0; j < low.length; j++) {
            count(j, states[j], lives, counts[j]);
        }
        return sums;
    }

    /** Who lives; null where all do. */
    private boolean[] living(float[][] states, double[] sums) {
        sums[livingAt()] = states[0].length;
        if (ends.isEmpty()) {
            return null;
        }
        boolean[] lives = new boolean[states[0].length];
        Arrays.fill(lives, true);
        for (int e = 0; e < ends.size(); e++) {
            End end = ends.get(e);
            for (int a = 0; a < lives.length; a++) {
                boolean spared = end.spares(states[end.coordinate][a]);
                sums[endAt(e)] += spared ? 0 : 1;
                sums[livingAt()] -= lives[a] && !spared ? 1 : 0;
                lives[a] &= spared;
            }
        }
        return lives;
    }

    private double product(int i, int j, float[][] states, boolean[] lives) {
        double[] columns = new double[Noise.COLUMNS];
        float[] x = states[i];
        float[] y = states[j];
        double first = about[i];
        double second = about[j];
        for (int row = 0; row < x.length; row += columns.length) {
            int count = Math.min(columns.length, x.length - row);
            for (int c = 0; c < count; c++) {
                double product = (x[row + c] - first) * (y[row + c] - second);
                columns[c] += lives == null || lives[row + c] ? product : 0;
            }
        }
        return SumTree.halve(columns);
    }

    private void energies(float[] energies, byte[] label, double[] sums) {
        double[][] numbers = new double[labels][Noise.COLUMNS];
        double[][] first = new double[labels][Noise.COLUMNS];
        double[][] second = new double[labels][Noise.COLUMNS];
        for (int row = 0; row < energies.length; row += Noise.COLUMNS) {
            int count = Math.min(Noise.COLUMNS, energies.length - row);
            for (int c = 0; c < count; c++) {
                int l = label[row + c];
                double energy = energies[row + c];
                numbers[l][c]++;
                first[l][c] += energy;
                second[l][c] += energy * energy;
            }
        }
        for (int l = 0; l < labels; l++) {
            sums[energiesAt(l)] = SumTree.halve(numbers[l]);
            sums[energiesAt(l) + 1] = SumTree.halve(first[l]);
            sums[energiesAt(l) + 2] = SumTree.halve(second[l]);
        }
    }

    /** Bins are found side by side and counted one thread at a time: there is one array of counts, however many bins it has. */
    private void count(int j, float[] x, boolean[] lives, long[] counts) {
        int[] found = new int[x.length];
        for (int a = 0; a < found.length; a++) {
            found[a] = bin(x[a], low[j], width[j], bins);
        }
        synchronized (counts) {
            for (int a = 0; a < found.length; a++) {
                counts[found[a]] += lives == null || lives[a] ? 1 : 0;
            }
        }
    }
}
