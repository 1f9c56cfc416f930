package io.github.murmuration.report;

import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.exact.LinearMoments;
import io.github.murmuration.exact.PopulationValues;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.sim.Comparison;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Whether a run met its exact values. Energy or cost, terminal mean and terminal variance of every guidance are compared; what is further off
 * than sampling explains is a note, with a number of steps that would do where the steps are the reason.
 *
 * @param comparisons all that were made
 * @param notes one for every guidance that did not meet its exact values
 */
public record Verdict(List<Comparison> comparisons, List<Note> notes) {
    /** Probability that sampling alone raises a note about one quantity: 6 standard errors of a normal law. */
    private static final double FALSE_ALARM = 2e-9;

    private static final Verdict NONE = new Verdict(List.of(), List.of());

    /**
     * @param exact where known
     */
    public static Verdict of(Problem problem, RunResult run, ExactValues exact) {
        return IntStream.range(0, run.guidances().size())
                .mapToObj(g -> of(problem, g, run.guidances().get(g), exact))
                .reduce(NONE, Verdict::with);
    }

    private static Verdict of(Problem problem, int g, GuidanceResult result, ExactValues known) {
        double agents = problem.scenario().population().agents();
        if (agents < 2) {
            return NONE;
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
        return exact == null ? NONE : new SteeredVerdict(problem).of(g, result, exact, limit);
    }

    /**
     * @param text of the note about those beyond the limit
     */
    static Verdict of(String guidance, List<Gap> gaps, double limit, Function<List<Gap>, String> text) {
        List<Comparison> compared = gaps.stream()
                .filter(gap -> Double.isFinite(gap.standardErrors()))
                .map(gap ->
                        new Comparison(guidance, gap.quantity(), gap.found(), gap.exact(), gap.standardErrors(), limit))
                .toList();
        List<Gap> beyond =
                gaps.stream().filter(gap -> gap.standardErrors() > limit).toList();
        return new Verdict(compared, beyond.isEmpty() ? List.of() : List.of(new Note(guidance, text.apply(beyond))));
    }

    private Verdict with(Verdict other) {
        return new Verdict(
                Stream.concat(comparisons.stream(), other.comparisons.stream()).toList(),
                Stream.concat(notes.stream(), other.notes.stream()).toList());
    }
}
