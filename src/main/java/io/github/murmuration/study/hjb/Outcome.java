package io.github.murmuration.study.hjb;

/**
 * What a fitted score is worth; NaN where generated points left the representable range.
 *
 * @param error (1/2) int beta E|s - grad log eta|^2 du over noised data that it was not fitted to
 * @param residual sum_i int E|R_i| du over them
 * @param cost J - J*
 * @param distance sliced W2 of generated points to new data
 * @param shares of generated points, where the law is a checkerboard
 */
record Outcome(double error, double residual, double cost, double distance, BoardShares shares) {

    static Outcome escaped(double error, double residual) {
        return new Outcome(
                error, residual, Double.NaN, Double.NaN, new BoardShares(Double.NaN, Double.NaN, Double.NaN));
    }

    boolean escaped() {
        return Double.isNaN(cost);
    }
}
