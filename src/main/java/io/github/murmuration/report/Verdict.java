package io.github.murmuration.report;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.exact.LinearMoments;
import io.github.murmuration.exact.PopulationValues;
import io.github.murmuration.exact.TimeStepping;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.RunResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Whether a run met its exact values. Energy, terminal mean and terminal variance of every guidance are compared; what is further off
 * than sampling explains is a note, with a number of steps that would do where the steps are the reason.
 */
public final class Verdict {

    /** Probability that sampling alone raises a note about one quantity: 6 standard errors of a normal law. */
    private static final double FALSE_ALARM = 2e-9;

    private static final int DIGITS = 2;

    private final Problem problem;
    private final double agents;
    private final int steps;

    private Verdict(Problem problem) {
        this.problem = problem;
        this.agents = problem.scenario().population().agents();
        this.steps = problem.grid().steps();
    }

    /**
     * One note for every guidance that did not meet its exact values.
     * @param exact where known
     */
    public static List<Note> of(Problem problem, RunResult run, ExactValues exact) {
        Verdict verdict = new Verdict(problem);
        return IntStream.range(0, run.guidances().size())
                .boxed()
                .flatMap(g -> verdict.note(g, run.guidances().get(g), exact))
                .toList();
    }

    private Stream<Note> note(int g, GuidanceResult result, ExactValues known) {
        if (agents < 2) {
            return Stream.empty();
        }
        double limit = new TDistribution(agents - 1).inverseCumulativeProbability(1 - FALSE_ALARM / 2);
        if (problem.row().isPresent()) {
            return UnsteeredVerdict.ofGame(problem, problem.row().get(), result, limit);
        }
        Optional<LinearMoments> expected = known.population().flatMap(PopulationValues::expected);
        if (expected.isPresent()) {
            return UnsteeredVerdict.of(problem, expected.get(), result, limit);
        }
        Optional<LimitLaw> law = known.population().flatMap(PopulationValues::limit);
        if (law.isPresent()) {
            return UnsteeredVerdict.ofLimit(problem, law.get(), result, limit);
        }
        ExactResult exact = known.byGuidance().get(result.guidance());
        if (exact == null) {
            return Stream.empty();
        }
        List<Gap> gaps =
                gaps(result, exact).filter(gap -> gap.standardErrors() > limit).toList();
        if (gaps.isEmpty()) {
            return Stream.empty();
        }
        TimeStepping stepping =
                TimeStepping.of(problem.scenario(), problem.schedules().get(g), problem.initial(), problem.target());
        return Stream.of(new Note(result.guidance(), text(gaps, stepping)));
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
                        Math.sqrt((fourthMoment(problem.target(), j) - variance * variance) / agents),
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

    /** Agents whose energies were not kept are taken to differ by as much as they spend, which is more than they do. */
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

    /** E (Y_j - E Y_j)^4. */
    static double fourthMoment(GaussianMixture law, int j) {
        double mean = law.mean()[j];
        double sum = 0;
        for (int k = 0; k < law.components(); k++) {
            double variance = law.covarianceOf(k)[j][j];
            double square = (law.means()[k][j] - mean) * (law.means()[k][j] - mean);
            sum += law.weights()[k] * (square * square + 6 * square * variance + 3 * variance * variance);
        }
        return sum;
    }
}
