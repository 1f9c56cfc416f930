package io.github.murmuration.study.chaos;

import io.github.murmuration.report.Cell;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.Bootstrap;
import io.github.murmuration.study.PowerLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/** Quantities against N: values with bootstrap intervals over replicas, and the power laws fitted to them. */
final class Rates {

    private final StudyReport report;
    private final List<CouplingCase> sizes;
    private final long seed;
    private final List<List<Object>> rows = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    Rates(StudyReport report, List<CouplingCase> sizes, long seed) {
        this.report = report;
        this.sizes = sizes;
        this.seed = seed;
        rows.add(List.of("quantity", "factor", "exponent", "low", "high"));
    }

    /**
     * One for every size.
     * @param statistic of a case's replicas, given by their numbers
     */
    List<Bootstrap> of(ToDoubleBiFunction<CouplingCase, int[]> statistic) {
        List<Bootstrap> all = new ArrayList<>();
        for (CouplingCase each : sizes) {
            all.add(Bootstrap.of(each.replicas(), seed + each.agents(), drawn -> statistic.applyAsDouble(each, drawn)));
        }
        return all;
    }

    /** Fits the magnitude of the leading sizes whose confidence intervals exclude 0; none if they are fewer than two. */
    Optional<PowerLaw> fit(String quantity, List<Bootstrap> given) {
        boolean negative = given.get(0).value() < 0;
        List<Bootstrap> all = negative ? given.stream().map(Rates::opposite).toList() : given;
        int significant = 0;
        while (significant < all.size() && lowest(all.get(significant)) > 0) {
            significant++;
        }
        if (significant < 2) {
            return Optional.empty();
        }
        PowerLaw law = PowerLaw.of(numbers(significant), all.subList(0, significant));
        rows.add(List.of(
                quantity
                        + (significant < all.size()
                                ? " (N to " + sizes.get(significant - 1).agents() + ")"
                                : ""),
                text(negative ? -law.factor() : law.factor(), 4),
                text(law.exponent(), 4),
                text(law.low(), 4),
                text(law.high(), 4)));
        Map<String, Object> fitted = new LinkedHashMap<>();
        fitted.put("factor", negative ? -law.factor() : law.factor());
        fitted.put("exponent", law.exponent());
        fitted.put("low", law.low());
        fitted.put("high", law.high());
        fitted.put("sizes", significant);
        values.put(quantity, fitted);
        return Optional.of(law);
    }

    void addTable() {
        report.put("rates", values);
        report.add(
                new StudyReport.Table(
                        "rates",
                        "Fitted rates: factor N^exponent",
                        rows,
                        "Weighted least squares on logarithms; low, high: 95 % interval of the exponent, bootstrap over replicas."));
    }

    /** N of every size. */
    double[] numbers() {
        return numbers(sizes.size());
    }

    private double[] numbers(int count) {
        return sizes.stream().limit(count).mapToDouble(CouplingCase::agents).toArray();
    }

    static double[] values(List<Bootstrap> all) {
        return all.stream().mapToDouble(Bootstrap::value).toArray();
    }

    static Cell text(double value, int digits) {
        return new Cell(value, String.format(Locale.ROOT, "%." + digits + "g", value));
    }

    /** A value and the two ends of its interval. */
    static List<Object> cells(Bootstrap value) {
        return List.of(text(value.value(), 4), text(value.interval()[0], 4), text(value.interval()[1], 4));
    }

    private static Bootstrap opposite(Bootstrap value) {
        return new Bootstrap(
                -value.value(), Arrays.stream(value.resampled()).map(x -> -x).toArray());
    }

    private static double lowest(Bootstrap value) {
        double lowest = value.value();
        for (double each : value.resampled()) {
            lowest = Math.min(lowest, each);
        }
        return lowest;
    }
}
