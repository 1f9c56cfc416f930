package io.github.murmuration.report;

import io.github.murmuration.exact.LinearMoments;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a population of a linear model met the moments that it has in continuous time. Euler-Maruyama is off by the first order of the
 * step, so twice the steps halve what is not sampling.
 */
final class UnsteeredVerdict {

    /** Standard errors that a bias may stay below without being noticed. */
    private static final double UNNOTICED = 2;

    private UnsteeredVerdict() {}

    /** @param limit standard errors that sampling alone does not reach */
    static Stream<Note> of(Problem problem, LinearMoments exact, GuidanceResult result, double limit) {
        List<Gap> gaps = gaps(problem, exact, result).stream()
                .filter(gap -> gap.standardError() > 0 && gap.standardErrors() > limit)
                .toList();
        return gaps.isEmpty()
                ? Stream.empty()
                : Stream.of(new Note(
                        result.guidance(),
                        "too few steps: " + Verdict.words(gaps) + "; "
                                + Verdict.advice(steps(gaps, problem.grid().steps()))));
    }

    /** Of the mean, and of the variance where the errors of variances are known: agents are Gaussian. */
    private static List<Gap> gaps(Problem problem, LinearMoments exact, GuidanceResult result) {
        double agents = problem.scenario().population().agents();
        List<String> names = problem.written().orElseThrow().model().state();
        List<Gap> gaps = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            String of = names.size() == 1 ? "" : " of " + names.get(j);
            double error = Math.sqrt(exact.terminalVarianceOfMean()[j]);
            gaps.add(gap("mean" + of, result.terminalMean()[j], exact.terminalMean()[j], error));
            double spread = exact.terminalSpread()[j];
            if (exact.gaussian()) {
                double spreadError = spread * Math.sqrt(2 / (agents - 1));
                gaps.add(gap("variance" + of, result.terminalVariance()[j], spread, spreadError));
            }
        }
        return gaps;
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
