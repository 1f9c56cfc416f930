package io.github.murmuration.study.laboratory;

import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.laboratory.Row;
import io.github.murmuration.laboratory.StepResidual;
import io.github.murmuration.laboratory.WrittenParticles;
import io.github.murmuration.sim.Estimate;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;

/**
 * What a row of the laboratory came to.
 *
 * @param cost J by the agents with n steps.
 * @param finer the same with 2 n, on other noise.
 * @param optimal J*
 * @param mean of the agents at the end, with 2 n steps [d].
 * @param exactMean of the law there; empty where it is not known
 * @param distance sqrt(N) times the Kolmogorov distance of each coordinate from the law, at the edges of the bins [d]
 * @param residual of the Hamilton-Jacobi-Bellman equation along agents, for steps of n; NaN where it is not known
 * @param halved the same at the same places for steps of 2 n
 */
record RowResult(
        String name,
        long agents,
        int steps,
        Estimated cost,
        Estimated finer,
        double optimal,
        double[] mean,
        double[] variance,
        double[] exactMean,
        double[] exactVariance,
        double[] distance,
        double residual,
        double halved) {

    /** A value with its standard error. */
    record Estimated(double value, double error) {

        static Estimated of(Estimate estimate) {
            return new Estimated(estimate.value(), estimate.standardError());
        }
    }

    /**
     * Of a game.
     * @param coarse, fine its runs with n and 2 n steps
     */
    static RowResult of(Problem problem, GuidanceResult coarse, GuidanceResult fine) {
        Row row = problem.row().orElseThrow();
        int n = problem.grid().steps();
        StepResidual residual = new StepResidual(
                new WrittenParticles(row, problem.written().orElseThrow().model()));
        double[] times = coarse.moments().times();
        double horizon = problem.written().get().model().horizon();
        return of(
                problem,
                Estimated.of(coarse.game().orElseThrow().total()),
                Estimated.of(fine.game().orElseThrow().total()),
                row.optimalCost(),
                fine,
                Reached.of(row, horizon, fine.histograms()),
                residual.along(coarse.paths(), times, n),
                residual.along(coarse.paths(), times, 2 * n));
    }

    /** Of a guided bridge. */
    static RowResult of(Problem problem, GuidanceResult coarse, GuidanceResult fine, ExactResult exact) {
        HarmonicBridge bridge = new HarmonicBridge(problem);
        StepResidual residual = new StepResidual(bridge);
        int n = problem.grid().steps();
        double[] times = coarse.moments().times();
        return of(
                problem,
                bridge.paid(coarse),
                bridge.paid(fine),
                bridge.optimal(exact),
                fine,
                Reached.of(problem.target(), fine.histograms()),
                residual.along(coarse.paths(), times, n),
                residual.along(coarse.paths(), times, 2 * n));
    }

    private static RowResult of(
            Problem problem,
            Estimated cost,
            Estimated finer,
            double optimal,
            GuidanceResult fine,
            Reached law,
            double residual,
            double halved) {
        long agents = problem.scenario().population().agents();
        return new RowResult(
                problem.scenario().name(),
                agents,
                problem.grid().steps(),
                cost,
                finer,
                optimal,
                fine.terminalMean(),
                fine.terminalVariance(),
                law.mean(),
                law.variance(),
                law.distance(),
                residual,
                halved);
    }

    /** J for steps of no length: 2 J_2n - J_n. */
    Estimated extrapolated() {
        return new Estimated(
                2 * finer.value() - cost.value(),
                Math.sqrt(4 * finer.error() * finer.error() + cost.error() * cost.error()));
    }

    /** log2 of how much the residual falls with half the step. */
    double order() {
        return Math.log(residual / halved) / Math.log(2);
    }
}
