package io.github.murmuration.score;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.rng.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;

/**
 * Score matching at one level of noise.
 * @param seed of the noise.
 */
record LevelFit(ScoreMatching matching, double u, long seed, Crew<Object> crew) {

    /** Parts that sums over clouds are made of, for every number of threads. */
    private static final int PARTS = 64;

    /** Takes the functions of a point, and what their combination should be, which is -unit Z/s. */
    private interface Sample {
        void take(double[] phi, double[] target);
    }

    LearnedScore.Level level() {
        NormalEquations equations = sum(this::equations, NormalEquations::add);
        LinearFit interacting = equations.solve(matching.basis().size(), matching.ridge());
        LinearFit independent = equations.solve(matching.basis().own(), matching.ridge());
        double[][] squares = sum(part -> squaredErrors(part, interacting), LevelFit::add);
        return new LearnedScore.Level(u, interacting, independent, roots(squares));
    }

    private NormalEquations equations(int part) {
        NormalEquations equations =
                new NormalEquations(matching.basis().size(), matching.basis().dimension());
        for (int c = first(part); c < first(part + 1); c++) {
            forEachPoint(c, equations::add);
        }
        return equations;
    }

    /**
     * Squares of G^-1 g_c, summed over the clouds of a part, with g_c = sum phi (y - c^T phi) over the points of cloud c: added up they
     * are the squares of standard errors where clouds are independent, whatever their points are. Liang, Zeger, Biometrika 73 (1986) 13.
     */
    private double[][] squaredErrors(int part, LinearFit fit) {
        double[][] sum = new double[matching.basis().size()][matching.basis().dimension()];
        for (int c = first(part); c < first(part + 1); c++) {
            addSquares(fit.inverse(), gradient(c, fit), sum);
        }
        return sum;
    }

    private double[][] gradient(int c, LinearFit fit) {
        double[] value = new double[matching.basis().dimension()];
        double[][] gradient = new double[matching.basis().size()][value.length];
        forEachPoint(c, (phi, target) -> {
            fit.value(phi, value);
            for (int f = 0; f < phi.length; f++) {
                for (int j = 0; j < value.length; j++) {
                    gradient[f][j] += phi[f] * (target[j] - value[j]);
                }
            }
        });
        return gradient;
    }

    private void forEachPoint(int c, Sample sample) {
        Basis basis = matching.basis();
        Cloud cloud = matching.clouds().get(c);
        double scale = matching.diffusion().scale(u);
        double variance = matching.diffusion().variance(u);
        double factor = -basis.unit(scale, variance) / Math.sqrt(variance);
        double[][] rows = new double[cloud.size()][basis.size()];
        for (int draw = 0; draw < matching.draws(); draw++) {
            NoisedCloud noised = NoisedCloud.of(cloud, matching.diffusion(), u, Seeds.of(seed, draw, 0), c);
            basis.values(noised.points(), scale, variance, rows);
            for (int i = 0; i < rows.length; i++) {
                double[] noise = noised.noise()[i];
                Arrays.setAll(noise, j -> factor * noise[j]);
                sample.take(rows[i], noise);
            }
        }
    }

    /** Over parts, in their order. */
    private <T> T sum(IntFunction<T> ofPart, BinaryOperator<T> add) {
        List<T> parts = crew.map(parts(), ofPart);
        return parts.stream().reduce(add).orElseThrow();
    }

    private int parts() {
        return Math.min(PARTS, matching.clouds().size());
    }

    /** The first cloud of a part. */
    private int first(int part) {
        return (int) ((long) matching.clouds().size() * part / parts());
    }

    /**
     * sum + (inverse gradient)^2, element by element.
     * @param sum modified
     */
    private static void addSquares(double[][] inverse, double[][] gradient, double[][] sum) {
        for (int f = 0; f < sum.length; f++) {
            for (int j = 0; j < sum[f].length; j++) {
                double moved = 0;
                for (int g = 0; g < sum.length; g++) {
                    moved += inverse[f][g] * gradient[g][j];
                }
                sum[f][j] += moved * moved;
            }
        }
    }

    private static double[][] add(double[][] sum, double[][] more) {
        for (int f = 0; f < sum.length; f++) {
            for (int j = 0; j < sum[f].length; j++) {
                sum[f][j] += more[f][j];
            }
        }
        return sum;
    }

    private double[][] roots(double[][] squares) {
        double clouds = matching.clouds().size();
        return Arrays.stream(squares)
                .map(row -> Arrays.stream(row)
                        .map(square -> Math.sqrt(square * clouds / (clouds - 1)))
                        .toArray())
                .toArray(double[][]::new);
    }
}
