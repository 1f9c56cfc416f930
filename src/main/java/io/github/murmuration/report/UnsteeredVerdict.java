package io.github.murmuration.report;

import io.github.murmuration.exact.ExactSeries;
import io.github.murmuration.exact.LinearMoments;
import io.github.murmuration.laboratory.LineMoments;
import io.github.murmuration.laboratory.Row;
import io.github.murmuration.limit.Fluctuations;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.limit.Series;
import io.github.murmuration.sim.Estimate;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a population met the moments that it has in continuous time, or else those of infinitely many agents. The schemes are off by the
 * first order of the step, so twice the steps halve what is not sampling.
 */
final class UnsteeredVerdict {

    /** Standard errors that a bias may stay below without being noticed. */
    private static final double UNNOTICED = 2;

    /** Times that agents who act on each other may depart further than independent ones, where how far they do is not known. */
    private static final double TOGETHER = 5;

    private UnsteeredVerdict() {}

    /**
     * For a linear model.
     *
     * @param limit standard errors that sampling alone does not reach
     */
    static Verdict of(Problem problem, LinearMoments exact, GuidanceResult result, double limit) {
        return verdict("too few steps: ", problem, result, gaps(problem, exact, result), limit);
    }

    /**
     * For one coordinate of any model.
     *
     * @param limit standard errors that sampling alone does not reach
     */
    static Verdict ofLimit(Problem problem, LimitLaw law, GuidanceResult result, double limit) {
        Optional<Fluctuations> known = law.fluctuations();
        List<Gap> gaps = gaps(problem, law, known.orElseGet(() -> independent(problem, law)), result);
        double reached = known.isPresent() ? limit : TOGETHER * limit;
        return verdict("too few steps, or too few agents for the limit: ", problem, result, gaps, reached);
    }

    /**
     * For a mean-field game, whose cost and law are known; a mean that agents conserve keeps the error of its start.
     *
     * @param limit standard errors that sampling alone does not reach
     */
    static Verdict ofGame(Problem problem, Row row, GuidanceResult result, double limit) {
        double agents = problem.scenario().population().agents();
        List<Gap> gaps = new ArrayList<>();
        Estimate total = result.game().orElseThrow().total();
        gaps.add(gap(
                "total cost",
                total.value(),
                row.optimalCost(),
                Math.hypot(total.standardError(), row.optimalCostError())));
        row.law(problem.written().orElseThrow().model().horizon()).ifPresent(law -> {
            for (int j = 0; j < law.dimension(); j++) {
                String of = law.dimension() == 1
                        ? ""
                        : " of " + problem.written().get().state().get(j);
                double variance = law.covariance()[j][j];
                double spread = Math.sqrt((ExactSeries.fourthMoment(law, j) - variance * variance) / agents);
                double error = Math.sqrt(Math.max(variance, problem.initial().covariance()[j][j]) / agents);
                gaps.add(gap("mean" + of, result.terminalMean()[j], law.mean()[j], error));
                gaps.add(gap("variance" + of, result.terminalVariance()[j], variance, spread));
            }
        });
        row.moments().ifPresent(moments -> {
            double variance = moments.variance().last();
            double spread = (moments.fourth().last() - variance * variance) / agents;
            gaps.add(gap("mean", result.terminalMean()[0], moments.mean(), variance / agents));
            gaps.add(gap("variance", result.terminalVariance()[0], moments.variance(), spread));
        });
        return verdict("too few steps: ", problem, result, gaps, limit);
    }

    /**
     * Against what a grid knows.
     *
     * @param sampling square of the standard error
     */
    private static Gap gap(String quantity, double found, LineMoments.Known known, double sampling) {
        return gap(quantity, found, known.last(), Math.hypot(Math.sqrt(sampling), known.lastError()));
    }

    private static Verdict verdict(
            String reason, Problem problem, GuidanceResult result, List<Gap> gaps, double limit) {
        List<Gap> compared =
                gaps.stream().filter(gap -> gap.standardError() > 0).toList();
        return Verdict.of(result.guidance(), compared, limit, beyond -> {
            String advice = SteeredVerdict.advice(steps(beyond, problem.grid().steps()));
            return reason + SteeredVerdict.words(beyond) + "; " + advice;
        });
    }

    /** Of the mean and the variance; of the variance alone on a circle, where the mean goes where it likes. */
    private static List<Gap> gaps(Problem problem, LimitLaw law, Fluctuations fluctuations, GuidanceResult result) {
        List<Gap> gaps = new ArrayList<>();
        if (!circle(problem)) {
            gaps.add(gap(problem, "mean", result.terminalMean()[0], law.mean(), fluctuations.mean()));
        }
        gaps.add(gap(problem, "variance", result.terminalVariance()[0], law.variance(), fluctuations.variance()));
        return gaps;
    }

    /** @param deviation of sqrt(N) times what is compared */
    private static Gap gap(Problem problem, String quantity, double found, Series limit, double deviation) {
        double sampling = deviation / Math.sqrt(problem.scenario().population().agents());
        return gap(quantity, found, last(limit.values()), Math.hypot(sampling, last(limit.errors())));
    }

    /** Of Gaussian agents who do not act on each other; on a circle the most that there can be. */
    private static Fluctuations independent(Problem problem, LimitLaw law) {
        double variance = last(law.variance().values());
        return new Fluctuations(Math.sqrt(variance), circle(problem) ? 1 : Math.sqrt(2) * variance);
    }

    private static boolean circle(Problem problem) {
        return !problem.written().orElseThrow().circles().isEmpty();
    }

    private static double last(double[] values) {
        return values[values.length - 1];
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

    /** The least number of steps whose bias is below sampling error. */
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
