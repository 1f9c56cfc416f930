package io.github.murmuration.score;

import io.github.murmuration.cloud.Cloud;

/**
 * Fits a score of single points to data by the terms of {@link Regularisation}. Those of alpha_0 and alpha_2 are quadratic in the
 * coefficients: without alpha_1 the fit is linear least squares. With it, it is a search from there, see {@link ResidualSearch}.
 *
 * @param data X, a cloud whose points are independent
 * @param matchingPoints noised points that stand for the expectations of alpha_0
 * @param residualPoints noised points that stand for those of alpha_1
 * @param ridge share of a function's own square that is added to it
 */
public record RegularisedMatching(
        FourierSeries basis,
        Cloud data,
        Regularisation weights,
        int matchingPoints,
        int residualPoints,
        double ridge,
        long seed) {

    /** @throws ArithmeticException one of the basis functions follows from the others */
    public SeriesScore fit() {
        NormalEquations equations = equations();
        SeriesScore linear = new SeriesScore(basis, transposed(equations.solve(basis.size(), ridge)));
        return weights.residual() == 0
                ? linear
                : new ResidualSearch(weights, equations, ridge, points(residualPoints)).from(linear);
    }

    private TimedPoints points(int count) {
        return TimedPoints.of(data, basis.diffusion(), count, seed);
    }

    /** What alpha_0 and alpha_2 ask for. */
    NormalEquations equations() {
        NormalEquations equations = new NormalEquations(basis.size(), basis.dimension());
        Features features = Features.of(basis.size(), basis.dimension());
        TimedPoints points = points(weights.matching() > 0 ? matchingPoints : 0);
        for (int p = 0; p < points.size(); p++) {
            basis.at(points.points()[p], points.noises()[p], features);
            equations.add(weights.matching() * points.weights()[p], features.value(), features.gradient());
        }
        for (int i = 0; i < data.size() && weights.boundary() > 0; i++) {
            basis.at(data.points()[i], 0, features);
            equations.add(2 * weights.boundary() / data.size(), features.value(), features.gradient());
        }
        return equations;
    }

    private static double[][] transposed(LinearFit fit) {
        double[][] coefficients = new double[fit.coefficients()[0].length][fit.functions()];
        for (int i = 0; i < coefficients.length; i++) {
            for (int f = 0; f < fit.functions(); f++) {
                coefficients[i][f] = fit.coefficients()[f][i];
            }
        }
        return coefficients;
    }
}
