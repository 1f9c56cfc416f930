package io.github.murmuration.report;

import io.github.murmuration.exact.MeanFieldOuMoments;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a population of {@code mean-field-ou} met the moments that it has in continuous time. Euler-Maruyama is off by the first order of
 * the step, so twice the steps halve what is not sampling.
 */
final class UnsteeredVerdict {

    /** Standard errors that a bias may stay below without being noticed. */
    private static final double UNNOTICED = 2;

    private UnsteeredVerdict() {}

    /** @param limit standard errors that sampling alone does not reach */
    static Stream<Note> of(Problem problem, Dynamics.MeanFieldOu dynamics, GuidanceResult result, double limit) {
        double agents = problem.scenario().population().agents();
        MeanFieldOuMoments exact = MeanFieldOuMoments.at(
                dynamics,
                dynamics.horizon(),
                (long) agents,
                problem.initial().mean()[0],
                problem.initial().covariance()[0][0]);
        double spread = exact.spread() * Math.sqrt(2 / (agents - 1));
        List<Gap> gaps = Stream.of(
                        gap("mean", result.terminalMean()[0], exact.mean(), Math.sqrt(exact.varianceOfMean())),
                        gap("variance", result.terminalVariance()[0], exact.spread(), spread))
                .filter(gap -> gap.standardError() > 0 && gap.standardErrors() > limit)
                .toList();
        return gaps.isEmpty()
                ? Stream.empty()
                : Stream.of(new Note(
                        result.guidance(),
                        "too few steps: " + Verdict.words(gaps) + "; "
                                + Verdict.advice(steps(gaps, problem.grid().steps()))));
    }

    /** The least number of steps whose bias nobody can tell from sampling error. */
    private static double steps(List<Gap> gaps, int taken) {
        return gaps.stream()
                .mapToDouble(gap -> taken * gap.standardErrors() / UNNOTICED)
                .max()
                .orElseThrow();
    }

    private static Gap gap(String quantity, double found, double exact, double standardError) {
        return new Gap(quantity + " at t = 1", found, exact, standardError, exact, error -> 0);
    }
}
