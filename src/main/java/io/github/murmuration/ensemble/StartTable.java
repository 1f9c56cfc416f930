package io.github.murmuration.ensemble;

import io.github.murmuration.density.GaussianMixture;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The initial law about the centre c_0 of the schedules, in float32, ready for sampling. An agent of component k starts at x_i = m_i + s_i xi_i (diagonal) or
 * x_i = m_i + sum_j F_ij xi_j, F = Q diag(sqrt(l)); the component is the number of thresholds not above its random word, or, where sizes
 * are fixed, the number of ends not above its own number. An empirical law deals its rows out in turn: agent i starts at row i mod n, in
 * component 0.
 *
 * @param thresholds cumulated weights times 2^32, unsigned [C-1]
 * @param means [C][d] flattened
 * @param factors s [C][d] or F [C][d][d], flattened
 * @param rows [n][d] flattened; empty unless the law is empirical
 * @param ends agents of a population in the first k components, k = 1, ..., C-1 [C-1]; empty unless sizes are fixed
 */
public record StartTable(
        int dimension,
        int components,
        int[] thresholds,
        float[] means,
        float[] factors,
        boolean diagonal,
        float[] rows,
        long[] ends) {

    private static final int MOST_LABELS = 64;

    /**
     * Cumulated weights times 2^32, unsigned [C-1].
     * @param weights of sum 1 [C]
     */
    public static int[] thresholds(double[] weights) {
        int[] thresholds = new int[weights.length - 1];
        double cumulated = 0;
        for (int k = 0; k < thresholds.length; k++) {
            cumulated += weights[k];
            thresholds[k] = (int) Math.min(0xFFFFFFFFL, Math.round(cumulated * 0x1p32));
        }
        return thresholds;
    }

    public static StartTable ofMixture(GaussianMixture law) {
        int[] thresholds = thresholds(law.weights());
        float[] means = flatten(Arrays.stream(law.means()));
        return new StartTable(
                law.dimension(),
                law.components(),
                thresholds,
                means,
                factors(law),
                law.diagonal(),
                new float[0],
                new long[0]);
    }

    /**
     * The same with a number of agents in each component: they lie one component after the other.
     * @param sizes [C]
     */
    public StartTable ofSizes(long[] sizes) {
        long[] cumulated = sizes.clone();
        Arrays.parallelPrefix(cumulated, Long::sum);
        long[] inner = Arrays.copyOf(cumulated, components - 1);
        return new StartTable(dimension, components, thresholds, means, factors, diagonal, rows, inner);
    }

    /** The same with this many coordinates more, which start at 0. */
    public StartTable withZeros(int more) {
        int d = dimension + more;
        float[] wider = diagonal ? widened(factors, dimension, d) : squared(d);
        return new StartTable(
                d,
                components,
                thresholds,
                widened(means, dimension, d),
                wider,
                diagonal,
                widened(rows, dimension, d),
                ends);
    }

    /** Factors of matrices [C][d][d] with rows and columns of 0 more. */
    private float[] squared(int d) {
        float[] columns = widened(factors, dimension, d);
        return widened(columns, dimension * d, d * d);
    }

    /** Rows of a width, each with zeros after it. */
    private static float[] widened(float[] rows, int from, int to) {
        float[] wider = new float[rows.length / from * to];
        for (int i = 0; i < rows.length / from; i++) {
            System.arraycopy(rows, i * from, wider, i * to, from);
        }
        return wider;
    }

    /**
     * @param rows [n][d].
     * @param centre that starts are measured from [d]
     */
    public static StartTable ofRows(double[][] rows, double[] centre) {
        int d = rows[0].length;
        Stream<double[]> centred = Arrays.stream(rows)
                .map(row -> IntStream.range(0, d)
                        .mapToDouble(j -> row[j] - centre[j])
                        .toArray());
        return new StartTable(d, 1, new int[0], new float[0], new float[0], true, flatten(centred), new long[0]);
    }

    /** Sub-populations that have sums of their own: one per component up to 64, beyond that none. */
    public int labels() {
        return components <= MOST_LABELS ? components : 1;
    }

    /** Component that a random word chooses. */
    public int choose(int word) {
        int component = 0;
        while (component < thresholds.length && Integer.compareUnsigned(word, thresholds[component]) >= 0) {
            component++;
        }
        return component;
    }

    /** Whether the numbers of agents in the components are fixed. */
    public boolean fixedSizes() {
        return ends.length > 0;
    }

    /**
     * Component of an agent.
     * @param agent its number in its population.
     * @param word its random word
     */
    public int component(long agent, int word) {
        if (empirical()) {
            return 0;
        }
        return fixedSizes() ? dealt(agent) : choose(word);
    }

    private int dealt(long agent) {
        int component = 0;
        while (component < ends.length && agent >= ends[component]) {
            component++;
        }
        return component;
    }

    /** Whether agents start from listed rows. */
    public boolean empirical() {
        return rows.length > 0;
    }

    /** Where the row that an agent starts from begins in rows. */
    public int row(long agent) {
        return (int) (agent % (rows.length / dimension)) * dimension;
    }

    /** Coordinate i of component k at standard normals xi [d]. */
    public float gaussian(int k, int i, float[] xi) {
        float x = means[k * dimension + i];
        if (diagonal) {
            return Math.fma(factors[k * dimension + i], xi[i], x);
        }
        for (int j = 0; j < dimension; j++) {
            x = Math.fma(factors[(k * dimension + i) * dimension + j], xi[j], x);
        }
        return x;
    }

    private static float[] factors(GaussianMixture law) {
        if (law.diagonal()) {
            return flatten(Arrays.stream(law.variances())
                    .map(l -> Arrays.stream(l).map(Math::sqrt).toArray()));
        }
        int d = law.dimension();
        float[] factors = new float[law.components() * d * d];
        int at = 0;
        for (int k = 0; k < law.components(); k++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    factors[at++] = (float) (law.rotations()[k][i][j] * Math.sqrt(law.variances()[k][j]));
                }
            }
        }
        return factors;
    }

    private static float[] flatten(Stream<double[]> rows) {
        double[] values = rows.flatMapToDouble(Arrays::stream).toArray();
        float[] flat = new float[values.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) values[i];
        }
        return flat;
    }
}
