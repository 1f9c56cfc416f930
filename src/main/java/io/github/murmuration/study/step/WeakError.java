package io.github.murmuration.study.step;

import io.github.murmuration.study.Bootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * A value of the population against the number of steps. With v_l at 2^l n steps and order p, what infinitely many steps would give is
 * estimated by v_D + (v_D - v_(D-1)) / (2^p - 1); its error has in it what the last doubling changed in that. Richardson (1911).
 *
 * @param values v_l [level]
 * @param differences v_(l+1) - v_l on the same noise [level]
 * @param orderTaken p: 1 where no order can be fitted, or its error is above 1/8; else the multiple of 1/2 nearest to it, where that is
 *     within two errors; else the fitted order, 1/4 at least. Where the order is not known the errors have in them what the least that it may be
 *     makes of the extrapolated value: two errors below the fitted one, 1/2 at least
 * @param bias v_0 minus the extrapolated value
 * @param limit the extrapolated value
 */
record WeakError(
        String quantity,
        List<Bootstrap> values,
        List<Bootstrap> differences,
        Optional<Order> order,
        double orderTaken,
        Estimate bias,
        Estimate limit) {

    private static final double USUAL_ORDER = 1;
    private static final double LEAST_ORDER = 0.25;

    /** With twice as much, multiples of 1/2 are not distinguished. */
    private static final double MOST_ERROR = 0.125;

    record Estimate(double value, double error) {}

    /**
     * @param steps [level].
     * @param q number of the quantity
     */
    static WeakError of(String quantity, StepCase all, int q, double[] steps, long seed) {
        List<Bootstrap> values = new ArrayList<>();
        List<Bootstrap> differences = new ArrayList<>();
        for (int l = 0; l < all.levels(); l++) {
            int level = l;
            values.add(mean(all, seed, r -> all.values()[level][q][r]).blurred(all.valueRounding()[l][q], seed + l));
        }
        for (int l = 0; l < all.levels() - 1; l++) {
            int level = l;
            double rounding = Math.hypot(all.valueRounding()[l][q], all.valueRounding()[l + 1][q]);
            differences.add(mean(all, seed, r -> all.values()[level + 1][q][r] - all.values()[level][q][r])
                    .blurred(rounding, seed + l));
        }
        Optional<Order> order = Order.of(steps, differences);
        double p = taken(order);
        double share = share(p);
        int last = all.levels() - 1;
        double left = (1 + share) * differences.get(last - 1).value()
                - share * differences.get(last - 2).value();
        double unknown =
                (share(least(order, p)) - share) * differences.get(last - 1).value();
        double rest = Math.hypot(Math.hypot(left, unknown), (1 + 2 * share) * all.valueRounding()[last][q]);
        Bootstrap limit = mean(all, seed, r -> extrapolated(all, q, r, share));
        Bootstrap bias = mean(all, seed, r -> all.values()[0][q][r] - extrapolated(all, q, r, share));
        return new WeakError(quantity, values, differences, order, p, estimate(bias, rest), estimate(limit, rest));
    }

    private static Estimate estimate(Bootstrap sampled, double rest) {
        return new Estimate(sampled.value(), Math.hypot(sampled.error(), rest));
    }

    private static double extrapolated(StepCase all, int q, int r, double share) {
        int last = all.levels() - 1;
        double finest = all.values()[last][q][r];
        return finest + share * (finest - all.values()[last - 1][q][r]);
    }

    private static double share(double p) {
        return 1 / (Math.pow(2, p) - 1);
    }

    private static double taken(Optional<Order> order) {
        if (!known(order)) {
            return USUAL_ORDER;
        }
        double fitted = order.get().value();
        double nearest = Math.max(0.5, Math.rint(2 * fitted) / 2);
        return order.get().allows(nearest) ? nearest : Math.max(LEAST_ORDER, fitted);
    }

    private static boolean known(Optional<Order> order) {
        return order.isPresent() && order.get().error() <= MOST_ERROR;
    }

    /**
     * The least order that it may be.
     * @param taken the order that is taken
     */
    private static double least(Optional<Order> order, double taken) {
        double below = order.map(fitted -> fitted.value() - 2 * fitted.error()).orElse(0.0);
        return known(order) ? taken : Math.min(taken, Math.max(0.5, below));
    }

    private static Bootstrap mean(StepCase all, long seed, IntToDoubleFunction ofReplica) {
        double[] each = new double[all.values()[0][0].length];
        Arrays.setAll(each, ofReplica);
        return Bootstrap.of(each.length, seed, drawn -> {
            double sum = 0;
            for (int r : drawn) {
                sum += each[r];
            }
            return sum / drawn.length;
        });
    }

    /** A bound of the error of the fewest steps. */
    double most() {
        return Math.abs(bias.value()) + 2 * bias.error();
    }
}
