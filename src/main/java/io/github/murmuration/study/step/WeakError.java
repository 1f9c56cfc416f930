package io.github.murmuration.study.step;

import io.github.murmuration.study.Bootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * A value of the population against the number of steps. With v_l at 2^l n steps and order p, what infinitely many steps would give is
 * estimated by v_D + (v_D - v_(D-1)) / (2^p - 1); its error has in it what the last doubling changed in that, and what the fitted order
 * would. Richardson (1911).
 *
 * @param values v_l [level]
 * @param differences v_(l+1) - v_l on the same noise [level]
 * @param orderTaken p: 1 where no order can be fitted, or its error is above 1/8; else the multiple of 1/2 nearest to it, where that is
 *     within two errors; else the fitted order, 1/4 at least
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

    /** With twice as much, multiples of 1/2 are not told apart. */
    private static final double MOST_ERROR = 0.125;

    record Estimate(double value, double error) {}

    /** @param steps [level]. @param q number of the quantity */
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
        double p = order.map(WeakError::taken).orElse(USUAL_ORDER);
        double share = share(p);
        int last = all.levels() - 1;
        double left = (1 + share) * differences.get(last - 1).value()
                - share * differences.get(last - 2).value();
        double ofFit =
                order.map(fit -> share(Math.max(LEAST_ORDER, fit.value()))).orElse(share);
        double unsure = (ofFit - share) * differences.get(last - 1).value();
        double rounding = Math.hypot(Math.hypot(left, unsure), (1 + 2 * share) * all.valueRounding()[last][q]);
        Bootstrap limit = mean(all, seed, r -> extrapolated(all, q, r, share));
        Bootstrap bias = mean(all, seed, r -> all.values()[0][q][r] - extrapolated(all, q, r, share));
        return new WeakError(
                quantity, values, differences, order, p, estimate(bias, rounding), estimate(limit, rounding));
    }

    /** Of the last difference, what is left of it for infinitely many steps. */
    private static double share(double order) {
        return 1 / (Math.pow(2, order) - 1);
    }

    private static Estimate estimate(Bootstrap sampled, double rest) {
        return new Estimate(sampled.value(), Math.hypot(sampled.error(), rest));
    }

    private static double extrapolated(StepCase all, int q, int r, double share) {
        int last = all.levels() - 1;
        double finest = all.values()[last][q][r];
        return finest + share * (finest - all.values()[last - 1][q][r]);
    }

    private static double taken(Order order) {
        double nearest = Math.max(0.5, Math.rint(2 * order.value()) / 2);
        if (order.error() > MOST_ERROR) {
            return USUAL_ORDER;
        }
        return order.allows(nearest) ? nearest : Math.max(LEAST_ORDER, order.value());
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
