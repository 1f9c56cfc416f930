package io.github.murmuration.score;

import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Functions of a point y in one or two coordinates and of noise u, with derivatives: products of waves of a box and of
 * {@link NoisePolynomials},
 *
 * <pre>
 * phi = T_m(x)/l prod_j wave_(k_j)(pi y_j/A),   phi = T_m(x)/l y_j/A,   A^2 = a^2 A_0^2 + s^2 A_1^2
 * wave_k(z) = cos(k z) for k > 0, 1 for k = 0, sin(-k z) for {@code k < 0};   |k| at most the number of harmonics
 * </pre>
 *
 * In the plane the k of a product are within a circle. A step of a written model has room for 64 values at a time, which 28 waves in
 * directions of their own fill, and for 1024 operations: products of waves of 8 harmonics, of which there are 197, fit into both.
 */
public final class FourierSeries {

    private static final String WAVE_NUMBER = "w";

    private final Diffusion diffusion;
    private final int dimension;
    private final int harmonics;
    private final double halfWidth;
    private final double spread;
    private final NoisePolynomials polynomials;
    private final int[][] indices;

    /**
     * @param dimension d, 1 or 2
     * @param orders number of functions of noise, at least 1
     * @param halfWidth A_0 > 0, half the width of the box without noise: data should be within it
     * @param spread A_1 > 0, half its width per standard deviation of noise
     * @param resolution r > 0, see {@link NoisePolynomials}
     */
    public FourierSeries(
            Diffusion diffusion,
            int dimension,
            int harmonics,
            int orders,
            double halfWidth,
            double spread,
            double resolution) {
        this.diffusion = diffusion;
        this.dimension = dimension;
        this.harmonics = harmonics;
        this.halfWidth = halfWidth;
        this.spread = spread;
        this.polynomials = new NoisePolynomials(diffusion, orders, resolution);
        this.indices = indices(dimension, harmonics);
    }

    private static int[][] indices(int dimension, int harmonics) {
        List<int[]> within = new ArrayList<>();
        for (int k = -harmonics; k <= harmonics; k++) {
            int others = dimension == 1 ? 0 : (int) Math.sqrt(harmonics * harmonics - k * k);
            for (int l = -others; l <= others; l++) {
                within.add(dimension == 1 ? new int[] {k} : new int[] {k, l});
            }
        }
        return within.toArray(int[][]::new);
    }

    Diffusion diffusion() {
        return diffusion;
    }

    int dimension() {
        return dimension;
    }

    /** Number of functions. */
    public int size() {
        return polynomials.orders() * inSpace();
    }

    private int inSpace() {
        return indices.length + dimension;
    }

    /** @param at overwritten */
    void at(double[] y, double u, Features at) {
        double square = square(u);
        double width = Math.sqrt(square);
        double widthChange = 0.5 * new NoiseRates(diffusion, u).ofSquare(halfWidth, spread) / width;
        writeInSpace(y, width, at);
        for (int f = 0; f < inSpace(); f++) {
            at.change()[f] = 0;
            for (int j = 0; j < dimension; j++) {
                at.change()[f] -= widthChange / width * y[j] * at.gradient()[j][f];
            }
        }
        multiply(u, at);
    }

    private double square(double u) {
        double scale = diffusion.scale(u);
        return scale * scale * halfWidth * halfWidth + diffusion.variance(u) * spread * spread;
    }

    /** The first functions, without what depends on noise alone. */
    private void writeInSpace(double[] y, double width, Features at) {
        double[][][] waves = new double[dimension][][];
        Arrays.setAll(waves, j -> waves(y[j], width));
        for (int f = 0; f < indices.length; f++) {
            int[] k = indices[f];
            at.value()[f] = product(waves, k, -1, 0);
            at.laplacian()[f] = 0;
            for (int j = 0; j < dimension; j++) {
                at.gradient()[j][f] = product(waves, k, j, 1);
                at.laplacian()[f] += product(waves, k, j, 2);
            }
        }
        for (int i = 0; i < dimension; i++) {
            int f = indices.length + i;
            at.value()[f] = y[i] / width;
            at.laplacian()[f] = 0;
            for (int j = 0; j < dimension; j++) {
                at.gradient()[j][f] = i == j ? 1 / width : 0;
            }
        }
    }

    /** Waves of one coordinate and their derivatives [order of the derivative][harmonics + k]. */
    private double[][] waves(double y, double width) {
        double[][] waves = new double[3][2 * harmonics + 1];
        double number = Math.PI / width;
        double firstCosine = Math.cos(number * y);
        double firstSine = Math.sin(number * y);
        double cosine = 1;
        double sine = 0;
        for (int k = 0; k <= harmonics; k++) {
            write(waves, harmonics - k, k * number, sine, cosine);
            write(waves, harmonics + k, k * number, cosine, -sine);
            double next = cosine * firstCosine - sine * firstSine;
            sine = sine * firstCosine + cosine * firstSine;
            cosine = next;
        }
        return waves;
    }

    /**
     * @param wave at a number times the coordinate.
     * @param slope its derivative
     */
    private static void write(double[][] waves, int at, double number, double wave, double slope) {
        waves[0][at] = wave;
        waves[1][at] = number * slope;
        waves[2][at] = -number * number * wave;
    }

    /** prod_j wave_(k_j), with a derivative of coordinate {@code derived}. */
    private double product(double[][][] waves, int[] k, int derived, int order) {
        double product = 1;
        for (int j = 0; j < dimension; j++) {
            product *= waves[j][j == derived ? order : 0][harmonics + k[j]];
        }
        return product;
    }

    /** Makes all functions of the first, which are those of y: the last order first, because the first are read for each. */
    private void multiply(double u, Features at) {
        double[] times = new double[polynomials.orders()];
        double[] changes = new double[times.length];
        polynomials.at(u, times, changes);
        for (int m = times.length - 1; m >= 0; m--) {
            for (int f = 0; f < inSpace(); f++) {
                int to = m * inSpace() + f;
                at.change()[to] = times[m] * at.change()[f] + changes[m] * at.value()[f];
                at.value()[to] = times[m] * at.value()[f];
                at.laplacian()[to] = times[m] * at.laplacian()[f];
                for (int j = 0; j < dimension; j++) {
                    at.gradient()[j][to] = times[m] * at.gradient()[j][f];
                }
            }
        }
    }

    /**
     * sum_f c_if phi_f in the language of models.
     * @param coefficients c [d][functions]
     */
    Score written(double[][] coefficients) {
        List<String> coordinates = Score.names(dimension);
        Map<String, String> parameters = new LinkedHashMap<>(polynomials.parameters());
        parameters.put(WAVE_NUMBER, "pi/sqrt(a^2*" + halfWidth + "^2 + s2*" + spread + "^2)");
        List<String> components = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            for (int f = 0; f < inSpace(); f++) {
                parameters.put(name(coordinates.get(i), f), inTime(coefficients[i], f));
            }
            components.add(sum(coordinates.get(i)));
        }
        return new Score(coordinates, parameters, Map.of(), Map.of(), components);
    }

    private static String name(String coordinate, int f) {
        return "c" + f + coordinate;
    }

    /** sum_m c_(m, f) T_m(x). */
    private String inTime(double[] coefficients, int f) {
        List<String> terms = new ArrayList<>();
        for (int m = 0; m < polynomials.orders(); m++) {
            terms.add("(" + coefficients[m * inSpace() + f] + ")*" + NoisePolynomials.name(m));
        }
        return String.join(" + ", terms);
    }

    /** Waves of x times sums over those of y: as many values at a time as waves of single coordinates. */
    private String sum(String component) {
        Map<Integer, String> byFirst = new LinkedHashMap<>();
        BinaryOperator<String> add = (sum, more) -> sum + " + " + more;
        for (int f = 0; f < indices.length; f++) {
            String last = dimension == 1 ? "" : wave(indices[f][1], "y");
            byFirst.merge(indices[f][0], times(name(component, f), last), add);
        }
        List<String> terms = new ArrayList<>();
        byFirst.forEach((k, sum) -> terms.add(times("(" + sum + ")", wave(k, "x"))));
        for (int j = 0; j < dimension; j++) {
            String scaled = "*" + WAVE_NUMBER + "/pi*" + Score.names(dimension).get(j);
            terms.add(name(component, indices.length + j) + scaled);
        }
        return "(" + String.join(" + ", terms) + ")/" + NoisePolynomials.LENGTH;
    }

    private static String times(String factor, String wave) {
        return wave.isEmpty() ? factor : factor + "*" + wave;
    }

    /** Empty for the wave that is 1. */
    private static String wave(int k, String x) {
        return k == 0 ? "" : (k > 0 ? "cos(" : "sin(") + Math.abs(k) + "*(" + WAVE_NUMBER + "*" + x + "))";
    }
}
