package io.github.murmuration.score;

import io.github.murmuration.diffusion.Score;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Affine functions and waves of x_i, and of its displacements from the other points. With frequencies w_k that grow as noise falls, in
 * units of 1/sqrt(a^2 r^2 + s^2),
 *
 * <pre>
 * 1, x_i, cos(w_k x_i), sin(w_k x_i);   x_i - mean_j x_j, mean_j cos(w_k (x_i - x_j)), mean_j sin(w_k (x_i - x_j))
 * </pre>
 *
 * The means over j are products of waves of x_i and of means of waves over the cloud: the work is N K, not N^2. Without frequencies it is
 * the affine basis. Rahimi, Recht, "Random features for large-scale kernel machines", NIPS 2007.
 *
 * @param dimension d
 * @param frequencies w [K][d], in those units
 * @param interacting how many of them, the first, displacements have
 * @param resolution r > 0, the finest length that clouds have
 */
public record FourierBasis(int dimension, double[][] frequencies, int interacting, double resolution) implements Basis {

    /** 1, x_i and x_i - mean_j x_j. */
    public static FourierBasis affine(int dimension, double resolution) {
        return new FourierBasis(dimension, new double[0][], 0, resolution);
    }

    /**
     * Frequencies width sqrt(E) xi with xi standard normal and E standard exponential: independent, and of a Laplace law.
     *
     * @param count K
     */
    public static FourierBasis random(
            int dimension, int count, int interacting, double width, double resolution, long seed) {
        double[][] frequencies = new double[count][];
        Arrays.setAll(frequencies, k -> frequency(dimension, width, seed, k));
        return new FourierBasis(dimension, frequencies, interacting, resolution);
    }

    private static double[] frequency(int dimension, double width, long seed, int k) {
        int[] words = new int[Noise.ROWS];
        float[] normals = new float[Noise.ROWS];
        Noise.words(seed, Stream.FREQUENCY, 0, k, 0, words);
        double length = width * Math.sqrt(-Math.log(Noise.uniform(words[0])));
        Noise.normals(seed, Stream.FREQUENCY, 0, k, 1, words, normals);
        double[] frequency = new double[dimension];
        Arrays.setAll(frequency, j -> length * normals[j]);
        return frequency;
    }

    @Override
    public int own() {
        return 1 + dimension + 2 * frequencies.length;
    }

    @Override
    public int size() {
        return own() + dimension + 2 * interacting;
    }

    @Override
    public double unit(double scale, double variance) {
        return new Unit(resolution).at(scale, variance);
    }

    @Override
    public void values(double[][] points, double scale, double variance, double[][] rows) {
        double unit = unit(scale, variance);
        double[] means = new double[1 + dimension + 2 * frequencies.length];
        for (int i = 0; i < points.length; i++) {
            fillOwn(points[i], unit, rows[i]);
            for (int f = 0; f < means.length; f++) {
                means[f] += rows[i][f] / points.length;
            }
        }
        for (int i = 0; i < points.length; i++) {
            fillDisplaced(means, rows[i]);
        }
    }

    private void fillOwn(double[] x, double unit, double[] row) {
        row[0] = 1;
        System.arraycopy(x, 0, row, 1, dimension);
        for (int k = 0; k < frequencies.length; k++) {
            double phase = 0;
            for (int j = 0; j < dimension; j++) {
                phase += frequencies[k][j] * x[j];
            }
            row[wave(k)] = Math.cos(phase / unit);
            row[wave(k) + 1] = Math.sin(phase / unit);
        }
    }

    /** @param means of the functions of x_j alone over the cloud */
    private void fillDisplaced(double[] means, double[] row) {
        for (int j = 0; j < dimension; j++) {
            row[own() + j] = row[1 + j] - means[1 + j];
        }
        for (int k = 0; k < interacting; k++) {
            double cosine = row[wave(k)];
            double sine = row[wave(k) + 1];
            row[displacedWave(k)] = cosine * means[wave(k)] + sine * means[wave(k) + 1];
            row[displacedWave(k) + 1] = sine * means[wave(k)] - cosine * means[wave(k) + 1];
        }
    }

    private int wave(int k) {
        return 1 + dimension + 2 * k;
    }

    private int displacedWave(int k) {
        return own() + dimension + 2 * k;
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(Unit.INVERSE, new Unit(resolution).inverse());
    }

    @Override
    public Score.Pairs pairs() {
        return Score.Pairs.NONE;
    }

    @Override
    public String sum(IntFunction<String> coefficients, int used) {
        boolean displaced = used > own();
        List<String> terms = new ArrayList<>();
        terms.add(coefficients.apply(0));
        for (int j = 0; j < dimension; j++) {
            String x = Score.names(dimension).get(j);
            terms.add(coefficients.apply(1 + j) + "*" + x);
            if (displaced) {
                terms.add(coefficients.apply(own() + j) + "*(" + x + " - mean(" + x + "))");
            }
        }
        for (int k = 0; k < frequencies.length; k++) {
            terms.add(waves(coefficients, k, displaced && k < interacting));
        }
        return Unit.INVERSE + "*(" + String.join(" + ", terms) + ")";
    }

    /** What has frequency k: a cosine and a sine of x_i, times what the cloud as a whole decides. */
    private String waves(IntFunction<String> coefficients, int k, boolean displaced) {
        String phase = phase(k);
        String ofCosine = coefficients.apply(wave(k));
        String ofSine = coefficients.apply(wave(k) + 1);
        if (displaced) {
            String even = coefficients.apply(displacedWave(k));
            String odd = coefficients.apply(displacedWave(k) + 1);
            String cosine = "mean(cos(" + phase + "))";
            String sine = "mean(sin(" + phase + "))";
            ofCosine = "(" + ofCosine + " + " + even + "*" + cosine + " - " + odd + "*" + sine + ")";
            ofSine = "(" + ofSine + " + " + even + "*" + sine + " + " + odd + "*" + cosine + ")";
        }
        return ofCosine + "*cos(" + phase + ") + " + ofSine + "*sin(" + phase + ")";
    }

    private String phase(int k) {
        List<String> products = new ArrayList<>();
        for (int j = 0; j < dimension; j++) {
            products.add("(" + (float) frequencies[k][j] + ")*"
                    + Score.names(dimension).get(j));
        }
        return Unit.INVERSE + "*(" + String.join(" + ", products) + ")";
    }
}
