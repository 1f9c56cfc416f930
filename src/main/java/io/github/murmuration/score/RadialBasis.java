package io.github.murmuration.score;

import io.github.murmuration.diffusion.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Affine functions of x_i, and displacements from the points within a distance R times radial functions that vanish there:
 *
 * <pre>
 * 1, x_i;   {@code mean_j (x_i - x_j) (1 - |x_i - x_j|^2/R^2)^k [|x_i - x_j| <= R]},   k = 1, ..., K
 * </pre>
 *
 * In a model the means are pair means within R, so that a step takes N times the points nearby; the fit takes N^2.
 *
 * @param dimension d
 * @param powers K
 * @param reach R
 * @param resolution r > 0, the finest length that clouds have
 */
public record RadialBasis(int dimension, int powers, double reach, double resolution) implements Basis {

    @Override
    public int own() {
        return 1 + dimension;
    }

    @Override
    public int size() {
        return own() + powers * dimension;
    }

    @Override
    public double unit(double scale, double variance) {
        return new Unit(resolution).at(scale, variance);
    }

    @Override
    public void values(double[][] points, double scale, double variance, double[][] rows) {
        for (int i = 0; i < points.length; i++) {
            Arrays.fill(rows[i], 0);
            rows[i][0] = 1;
            System.arraycopy(points[i], 0, rows[i], 1, dimension);
            for (double[] other : points) {
                addPair(points[i], other, points.length, rows[i]);
            }
        }
    }

    private void addPair(double[] x, double[] other, int count, double[] row) {
        double square = 0;
        for (int j = 0; j < dimension; j++) {
            square += (x[j] - other[j]) * (x[j] - other[j]);
        }
        double fall = 1 - square / (reach * reach);
        double factor = 1.0 / count;
        for (int k = 0; fall >= 0 && k < powers; k++) {
            factor *= fall;
            for (int j = 0; j < dimension; j++) {
                row[displaced(k, j)] += factor * (x[j] - other[j]);
            }
        }
    }

    /** Number of the function of power k + 1 and coordinate j. */
    private int displaced(int k, int j) {
        return own() + k * dimension + j;
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(Unit.INVERSE, new Unit(resolution).inverse());
    }

    @Override
    public Score.Pairs pairs() {
        List<String> squares = new ArrayList<>();
        for (String x : names()) {
            squares.add("(" + x + " - other." + x + ")^2");
        }
        String fall = "(1 - (" + String.join(" + ", squares) + ")/" + reach + "^2)";
        Map<String, String> values = new LinkedHashMap<>();
        for (int k = 0; k < powers; k++) {
            for (String x : names()) {
                values.put(pair(k, x), "(" + x + " - other." + x + ")*" + fall + "^" + (k + 1));
            }
        }
        return new Score.Pairs(values, reach);
    }

    private List<String> names() {
        return Score.names(dimension);
    }

    private static String pair(int k, String coordinate) {
        return "g" + k + coordinate;
    }

    @Override
    public String sum(IntFunction<String> coefficients, int used) {
        List<String> terms = new ArrayList<>();
        terms.add(coefficients.apply(0));
        for (int j = 0; j < dimension; j++) {
            terms.add(coefficients.apply(1 + j) + "*" + names().get(j));
        }
        for (int k = 0; used > own() && k < powers; k++) {
            for (int j = 0; j < dimension; j++) {
                terms.add(coefficients.apply(displaced(k, j)) + "*" + pair(k, names().get(j)));
            }
        }
        return Unit.INVERSE + "*(" + String.join(" + ", terms) + ")";
    }
}
