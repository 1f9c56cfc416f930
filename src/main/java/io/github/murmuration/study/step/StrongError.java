package io.github.murmuration.study.step;

import io.github.murmuration.study.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Root mean square distance of agents from where more steps on the same noise bring them, in one coordinate; on a circle the shorter way.
 *
 * @param successive from twice as many steps [level]
 * @param fromFinest from the most steps [level]
 * @param order of successive
 */
record StrongError(String coordinate, List<Bootstrap> successive, List<Bootstrap> fromFinest, Optional<Order> order) {

    /** That of Euler-Maruyama where noise depends on the state: the least there is. */
    private static final double LEAST_ORDER = 0.5;

    /**
     * @param steps [level].
     * @param j coordinate
     */
    static StrongError of(String coordinate, StepCase all, int j, double[] steps, long seed) {
        List<Bootstrap> successive = new ArrayList<>();
        List<Bootstrap> fromFinest = new ArrayList<>();
        for (int l = 0; l < all.levels() - 1; l++) {
            double rounding = Math.hypot(all.stateRounding()[l][j], all.stateRounding()[l + 1][j]);
            successive.add(root(all.successive()[l][j], seed).blurred(rounding, seed + l));
            fromFinest.add(root(all.fromFinest()[l][j], seed).blurred(rounding, seed + l));
        }
        return new StrongError(coordinate, successive, fromFinest, Order.of(steps, successive));
    }

    private static Bootstrap root(double[] squares, long seed) {
        return Bootstrap.of(squares.length, seed, drawn -> {
            double sum = 0;
            for (int r : drawn) {
                sum += squares[r];
            }
            return Math.sqrt(sum / drawn.length);
        });
    }

    double orderTaken() {
        return order.map(Order::value).orElse(LEAST_ORDER);
    }

    /** A bound of the distance of the fewest steps from infinitely many: the most steps are 2^(p D) times nearer to these. */
    double most() {
        double own = Math.pow(2, -orderTaken() * fromFinest.size());
        Bootstrap found = fromFinest.get(0);
        return (found.value() + 2 * found.error()) / (1 - own);
    }
}
