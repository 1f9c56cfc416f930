package io.github.murmuration.score;

import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.Score;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A score that score matching found: coefficients at levels of noise, linear between levels and constant beyond them.
 *
 * @param levels of increasing noise
 */
public record LearnedScore(Diffusion diffusion, Basis basis, List<Level> levels) {

    /**
     * A level of noise.
     *
     * @param interacting fit of the whole basis
     * @param independent fit of the functions of x_i alone: B = 0
     * @param errors standard errors of the interacting coefficients [functions][d], clouds being independent
     */
    public record Level(double u, LinearFit interacting, LinearFit independent, double[][] errors) {}

    /** Coefficients c [functions][d] of a level, in units of the basis. */
    public double[][] coefficients(int level) {
        return levels.get(level).interacting().coefficients();
    }

    /** Their standard errors: points of a cloud may depend on each other, clouds do not. */
    public double[][] errors(int level) {
        return levels.get(level).errors();
    }

    /** Share of the coefficients that the clouds decide at a level, and not the ridge. */
    public double decided(int level) {
        LinearFit fit = levels.get(level).interacting();
        return fit.freedom() / fit.functions();
    }

    /** S with pairs, in the language of models. */
    public Score interacting() {
        return written(Level::interacting);
    }

    /** S with B = 0. */
    public Score independent() {
        return written(Level::independent);
    }

    /** S of a level's own u with pairs, in float64. */
    public PointScore interacting(int level) {
        return fitted(levels.get(level).interacting());
    }

    /** S of a level's own u with B = 0. */
    public PointScore independent(int level) {
        return fitted(levels.get(level).independent());
    }

    private PointScore fitted(LinearFit fit) {
        return (u, points) -> {
            double scale = diffusion.scale(u);
            double variance = diffusion.variance(u);
            double unit = basis.unit(scale, variance);
            double[][] rows = new double[points.length][basis.size()];
            basis.values(points, scale, variance, rows);
            double[][] score = new double[points.length][basis.dimension()];
            for (int i = 0; i < rows.length; i++) {
                fit.value(rows[i], score[i]);
                for (int j = 0; j < basis.dimension(); j++) {
                    score[i][j] /= unit;
                }
            }
            return score;
        };
    }

    private Score written(Function<Level, LinearFit> fit) {
        List<String> coordinates = Score.names(basis.dimension());
        int used = fit.apply(levels.get(0)).functions();
        Map<String, Score.Table> tables = new LinkedHashMap<>();
        for (int f = 0; f < used; f++) {
            for (int j = 0; j < coordinates.size(); j++) {
                tables.put(name(f, coordinates.get(j)), table(fit, f, j));
            }
        }
        List<String> components =
                coordinates.stream().map(x -> basis.sum(f -> name(f, x), used)).toList();
        Score.Pairs pairs = used > basis.own() ? basis.pairs() : Score.Pairs.NONE;
        return new Score(coordinates, basis.parameters(), tables, Map.of(), pairs, components);
    }

    private Score.Table table(Function<Level, LinearFit> fit, int f, int j) {
        double[] noises = levels.stream().mapToDouble(Level::u).toArray();
        double[] values = new double[noises.length];
        Arrays.setAll(values, l -> fit.apply(levels.get(l)).coefficients()[f][j]);
        return new Score.Table(noises, values);
    }

    private static String name(int f, String coordinate) {
        return "c" + f + coordinate;
    }
}
