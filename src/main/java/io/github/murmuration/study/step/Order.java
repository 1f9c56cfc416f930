package io.github.murmuration.study.step;

import io.github.murmuration.study.Bootstrap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * The order of convergence p of differences between successive numbers of steps n, by weighted least squares of
 *
 * <pre>log |difference| = c - p log n + a / n</pre>
 *
 * where a is what coarse steps do besides; two differences are fitted without it. The coarsest are left out while that changes p by more
 * than two standard errors of the change. The error has in it the rest of that change, and what a term (a/n)^2 would change.
 *
 * @param error standard error, over resampled replicas
 * @param differences that were fitted
 */
record Order(double value, double error, int differences) {

    /** Standard errors from 0 at which a difference is significant. */
    private static final double TOLD = 4;

    /** Differences that are fitted with all three parameters. */
    private static final int LEAST = 3;

    /**
     * Empty where fewer than two differences of one sign are significant.
     * @param steps the smaller number of each difference
     */
    static Optional<Order> of(double[] steps, List<Bootstrap> differences) {
        int end = differences.size();
        while (end > 0 && !told(differences.get(end - 1))) {
            end--;
        }
        int from = end;
        while (from > 0 && alike(differences.get(from - 1), differences.get(end - 1))) {
            from--;
        }
        return end - from < 2
                ? Optional.empty()
                : Optional.of(of(Arrays.copyOfRange(steps, from, end), differences.subList(from, end), 0));
    }

    /** Whether an order is within two standard errors. */
    boolean allows(double order) {
        return Math.abs(value - order) <= 2 * error;
    }

    static boolean told(Bootstrap value) {
        return Math.abs(value.value()) > TOLD * value.error();
    }

    private static boolean alike(Bootstrap value, Bootstrap finest) {
        return told(value) && value.value() * finest.value() > 0;
    }

    /** @param from the coarsest difference that is not left out */
    private static Order of(double[] steps, List<Bootstrap> differences, int from) {
        Line line = Line.of(steps, differences, from);
        Bootstrap slope = line.slope();
        double rest = 0;
        if (steps.length - from > LEAST) {
            Bootstrap without = Line.of(steps, differences, from + 1).slope();
            Bootstrap change = resampled(b -> at(slope, b) - at(without, b));
            if (Math.abs(change.value()) > 2 * change.error()) {
                return of(steps, differences, from + 1);
            }
            rest = Math.sqrt(Math.max(0, Math.pow(change.value(), 2) - Math.pow(change.error(), 2)));
        }
        double error = Math.hypot(Math.hypot(slope.error(), rest), line.bent());
        return new Order(-slope.value(), error, steps.length - from);
    }

    /**
     * A fit of logarithms y of differences.
     *
     * @param steps n
     * @param slopes the slope in log n is the sum of these times y
     * @param bends a is the sum of these times y; zeros where it is not fitted
     */
    private record Line(double[] steps, List<Bootstrap> differences, double[] slopes, double[] bends) {

        static Line of(double[] steps, List<Bootstrap> differences, int from) {
            List<Bootstrap> fitted = differences.subList(from, steps.length);
            double[] n = Arrays.copyOfRange(steps, from, steps.length);
            double[] weights = fitted.stream()
                    .mapToDouble(each -> Math.pow(each.value() / each.error(), 2))
                    .toArray();
            double[] logarithms = centred(Arrays.stream(n).map(Math::log).toArray(), weights);
            double[] inverses = centred(Arrays.stream(n).map(x -> 1 / x).toArray(), weights);
            return n.length < LEAST
                    ? new Line(n, fitted, factors(logarithms, weights), new double[n.length])
                    : new Line(
                            n,
                            fitted,
                            factors(without(inverses, logarithms, weights), weights),
                            factors(without(logarithms, inverses, weights), weights));
        }

        Bootstrap slope() {
            return resampled(b -> sum(slopes, b));
        }

        /** What a term (a/n)^2 in y would change the slope by. */
        double bent() {
            double a = sum(bends, -1);
            double bent = 0;
            for (int i = 0; i < steps.length; i++) {
                bent += slopes[i] * Math.pow(a / steps[i], 2);
            }
            return bent;
        }

        private double sum(double[] factors, int b) {
            double sum = 0;
            for (int i = 0; i < factors.length; i++) {
                sum += factors[i] * Math.log(Math.abs(at(differences.get(i), b)));
            }
            return sum;
        }

        /** Factors of the coefficient of x, what else is fitted being orthogonal to it. */
        private static double[] factors(double[] x, double[] weights) {
            double square = product(x, x, weights);
            double[] factors = new double[x.length];
            Arrays.setAll(factors, i -> weights[i] * x[i] / square);
            return factors;
        }

        /** What y does not explain of x. */
        private static double[] without(double[] y, double[] x, double[] weights) {
            double explained = product(x, y, weights) / product(y, y, weights);
            double[] rest = new double[x.length];
            Arrays.setAll(rest, i -> x[i] - explained * y[i]);
            return rest;
        }
    }

    private static double[] centred(double[] x, double[] weights) {
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        double mean = product(x, ones, weights) / product(ones, ones, weights);
        return Arrays.stream(x).map(each -> each - mean).toArray();
    }

    private static double product(double[] x, double[] y, double[] weights) {
        double product = 0;
        for (int i = 0; i < x.length; i++) {
            product += weights[i] * x[i] * y[i];
        }
        return product;
    }

    private static Bootstrap resampled(IntToDoubleFunction statistic) {
        double[] resampled = new double[Bootstrap.RESAMPLES];
        Arrays.setAll(resampled, statistic);
        return new Bootstrap(statistic.applyAsDouble(-1), resampled);
    }

    /** @param b number of the resampling, -1 for the value itself */
    private static double at(Bootstrap of, int b) {
        return b < 0 ? of.value() : of.resampled()[b];
    }
}
