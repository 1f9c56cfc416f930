package io.github.murmuration.report;

import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactSeries;
import io.github.murmuration.exact.TimeStepping;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether steered agents met energy, mean and variance that they have in continuous time. */
final class SteeredVerdict {
    private static final int DIGITS = 2;

    private final Problem problem;
    private final double agents;
    private final int steps;

    SteeredVerdict(Problem problem) {
        this.problem = problem;
        this.agents = problem.scenario().population().agents();
        this.steps = problem.grid().steps();
    }

    /**
     * @param g place of the guidance
     *
     * @param limit standard errors that sampling alone does not reach
     */
    Verdict of(int g, GuidanceResult result, ExactResult exact, double limit) {
        return Verdict.of(
                result.guidance(),
                gaps(result, exact).toList(),
                limit,
                beyond -> text(
                        beyond,
                        TimeStepping.of(
                                problem.scenario(), problem.schedules().get(g), problem.initial(), problem.target())));
    }

    private String text(List<Gap> gaps, TimeStepping stepping) {
        String found = words(gaps);
        List<Gap> explained =
                gaps.stream().filter(gap -> gap.isExplainedBy(stepping, steps)).toList();
        if (explained.isEmpty()) {
            return "not the exact values, and the number of steps does not explain it: " + found;
        }
        List<OptionalInt> wanted =
                explained.stream().map(gap -> gap.steps(stepping, steps)).toList();
        String advice = wanted.stream().anyMatch(OptionalInt::isEmpty)
                ? "many more than " + steps + " steps would be needed"
                : advice(wanted.stream().mapToInt(OptionalInt::getAsInt).max().orElseThrow());
        return "too few steps: " + found + "; " + advice;
    }

    static String words(List<Gap> gaps) {
        return gaps.stream().map(Gap::words).collect(Collectors.joining("; "));
    }

    /** The number of steps up, to two digits. */
    static String advice(double steps) {
        double unit = Math.pow(10, Math.max(0, Math.ceil(Math.log10(steps)) - DIGITS));
        return "try " + (long) (Math.ceil(steps / unit) * unit) + " steps";
    }

    /** The energy, and the mean and the variance that are furthest off. */
    private Stream<Gap> gaps(GuidanceResult result, ExactResult exact) {
        List<Gap> means = new ArrayList<>();
        List<Gap> variances = new ArrayList<>();
        for (int j = 0; j < exact.terminalMean().length; j++) {
            double variance = exact.terminalCovariance()[j][j];
            if (variance > 0) {
                double found = result.terminalMean()[j];
                double error = Math.sqrt(variance / agents);
                means.add(new Gap(
                        "mean at t = 1", found, exact.terminalMean()[j], error, Math.sqrt(variance), e -> e.mean()));
                variances.add(new Gap(
                        "variance at t = 1",
                        result.terminalVariance()[j],
                        variance,
                        Math.sqrt((ExactSeries.fourthMoment(problem.target(), j) - variance * variance) / agents),
                        variance,
                        e -> e.variance()));
            }
        }
        return Stream.of(energy(result, exact), worst(means), worst(variances)).flatMap(gap -> gap);
    }

    private static Stream<Gap> worst(List<Gap> gaps) {
        return gaps.stream()
                .filter(gap -> !Double.isNaN(gap.found()))
                .max(Comparator.comparingDouble(Gap::standardErrors))
                .stream();
    }

    /** Where energies of agents were not kept, the mean energy stands for their deviation, which is smaller. */
    private Stream<Gap> energy(GuidanceResult result, ExactResult exact) {
        if (Double.isInfinite(exact.energy())) {
            return Stream.empty();
        }
        double error = result.energy().standardError();
        double sampling = Double.isNaN(error) ? exact.energy() / Math.sqrt(agents) : error;
        return Stream.of(new Gap(
                "energy",
                result.energy().value(),
                exact.energy(),
                Math.hypot(sampling, exact.energyStandardError()),
                exact.energy(),
                e -> e.energy()));
    }
}
