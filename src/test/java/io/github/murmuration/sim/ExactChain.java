package io.github.murmuration.sim;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.ExactMoments;
import io.github.murmuration.schedule.GridTimes;
import java.util.Optional;

/**
 * Moments that the scheme of a problem has at every grid time, in double precision, where they are known: the bridge under scheme
 * exact, the regulator and the mean-field Ornstein-Uhlenbeck process under Euler-Maruyama. Empirical guidance has none.
 *
 * @param mean [n+1][d]
 * @param variance [n+1][d]
 * @param varianceOfMean of the population's mean, times the number of agents [n+1][d]; the variance itself where agents are independent
 */
record ExactChain(double[][] mean, double[][] variance, double[][] varianceOfMean) {

    static Optional<ExactChain> of(Problem problem, int g) {
        Dynamics dynamics = problem.scenario().dynamics();
        if (problem.scenario().guidance().get(g) instanceof Guidance.Empirical) {
            return Optional.empty();
        }
        if (dynamics instanceof Dynamics.MeanFieldOu ou) {
            return Optional.of(ornsteinUhlenbeck(problem, ou));
        }
        if (dynamics instanceof Dynamics.LinearQuadratic) {
            return Optional.of(regulator(problem, g));
        }
        return problem.scenario().time().scheme() == Scheme.EXACT ? Optional.of(bridge(problem, g)) : Optional.empty();
    }

    private static ExactChain empty(Problem problem) {
        int times = problem.grid().steps() + 1;
        double[][] variance = new double[times][];
        return new ExactChain(new double[times][], variance, variance);
    }

    private static ExactChain bridge(Problem problem, int g) {
        GaussianMixture initial = problem.initial();
        ExactMoments moments = ExactMoments.of(
                ((DriftSchedule) problem.schedules().get(g)).backward(),
                GridTimes.of(problem.grid()),
                initial.mean(),
                problem.target().mean());
        ExactChain chain = empty(problem);
        for (int k = 0; k < chain.mean.length; k++) {
            chain.mean[k] = moments.mean()[k];
            chain.variance[k] = diagonal(moments.covariance(k, initial, problem.target()));
        }
        return chain;
    }

    private static ExactChain regulator(Problem problem, int g) {
        LqgChain discrete = new LqgChain(problem, g);
        ExactChain chain = empty(problem);
        for (int k = 0; k < chain.mean.length; k++) {
            chain.mean[k] = discrete.mean();
            chain.variance[k] = diagonal(discrete.covariance());
            if (k < problem.grid().steps()) {
                discrete.advance(k);
            }
        }
        return chain;
    }

    /** m' = (1 - relaxation dt) m; V' = (1 - (relaxation + coupling) dt)^2 V + noise^2 dt; the mean has no coupling. */
    private static ExactChain ornsteinUhlenbeck(Problem problem, Dynamics.MeanFieldOu ou) {
        int times = problem.grid().steps() + 1;
        ExactChain chain = new ExactChain(new double[times][], new double[times][], new double[times][]);
        double ofMean = problem.initial().covariance()[0][0];
        double mean = problem.initial().mean()[0];
        double variance = problem.initial().covariance()[0][0];
        for (int k = 0; k < chain.mean.length; k++) {
            chain.mean[k] = new double[] {mean};
            chain.variance[k] = new double[] {variance};
            chain.varianceOfMean[k] = new double[] {ofMean};
            if (k < problem.grid().steps()) {
                double dt = ou.horizon() * problem.grid().step(k);
                double factor = 1 - (ou.relaxation() + ou.coupling()) * dt;
                double slow = 1 - ou.relaxation() * dt;
                mean *= slow;
                ofMean = slow * slow * ofMean + ou.noise() * ou.noise() * dt;
                variance = factor * factor * variance + ou.noise() * ou.noise() * dt;
            }
        }
        return chain;
    }

    private static double[] diagonal(double[][] matrix) {
        double[] diagonal = new double[matrix.length];
        for (int j = 0; j < diagonal.length; j++) {
            diagonal[j] = matrix[j][j];
        }
        return diagonal;
    }
}
