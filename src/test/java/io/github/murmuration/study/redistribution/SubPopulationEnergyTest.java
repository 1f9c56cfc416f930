package io.github.murmuration.study.redistribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.exact.ExactMean;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.ExactMoments;
import io.github.murmuration.schedule.GridTimes;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("statistical")
class SubPopulationEnergyTest {

    private static final int STEPS = 800;
    private static final int REPLICAS = 10;
    private static final double[] START_MEANS = {1.6, 5.5};
    private static final double[] START_DEVIATIONS = {0.5, 0.7};

    /**
     * The control is affine in the start, u = w - g (z - m_in) with w independent of z and g = a b_0/b, so a sub-population with mean
     * m_l and variance s_l^2 spends int E u^2 - 2 g (m_l - m_in) E u + g^2 (s_l^2 + (m_l - m_in)^2 - Var z) dt, E u the slope of the mean.
     * Six energies within 5 standard errors of Student's t of 9 degrees of freedom (a false alarm in 230) and 0.4 % for the time step.
     */
    @Test
    void areThoseOfTheAffineControl() {
        Problem problem = Problem.of(TestScenarios.demandResponse(1, 1000, STEPS, Scheme.EULER_MARUYAMA));
        Resources resources =
                new Resources(Backends.select("cpu"), NoiseSource.PHILOX, 0, null, new Meter(1, Progress.NONE));
        List<Replica> replicas = new ArrayList<>();
        for (int r = 0; r < REPLICAS; r++) {
            replicas.add(Replica.of(resources, problem, 1000, 100 + r));
        }
        for (int g = 0; g < 3; g++) {
            for (int label = 0; label < 2; label++) {
                int guidance = g;
                int of = label;
                Paired found = Paired.of(replicas, replica -> replica.perAgent(guidance, of, 0));
                double expected = exact(problem, g, label);
                assertEquals(expected, found.value(), 5 * found.error() + 0.004 * expected, "guidance " + g);
            }
        }
    }

    private static double exact(Problem problem, int g, int label) {
        DriftSchedule schedule = (DriftSchedule) problem.schedules().get(g);
        ExactResult whole = ExactValues.of(schedule, problem.initial(), problem.target(), Crew.of(1))
                .orElseThrow();
        BackwardCoefficients backward = schedule.backward();
        TimeGrid grid = problem.grid();
        double[] times = GridTimes.of(grid);
        ExactMoments moments = ExactMoments.of(
                backward, times, problem.initial().mean(), problem.target().mean());
        double[][] mean = ExactMean.of(schedule, problem.initial(), problem.target(), times);
        double apart = START_MEANS[label] - problem.initial().mean()[0];
        double variance = problem.initial().covariance()[0][0];
        double energy = whole.energy();
        for (int k = 0; k < STEPS; k++) {
            double slope = (mean[k + 1][0] - mean[k][0]) / grid.step(k);
            double gain =
                    (gain(backward, moments, grid, k) + gain(backward, moments, grid, Math.min(k + 1, STEPS - 1))) / 2;
            double within = START_DEVIATIONS[label] * START_DEVIATIONS[label] + apart * apart - variance;
            energy += (gain * gain * within - 2 * gain * apart * slope) * grid.step(k);
        }
        return energy;
    }

    private static double gain(BackwardCoefficients backward, ExactMoments moments, TimeGrid grid, int k) {
        return backward.at(grid.time(k)).a() * moments.startShare()[k];
    }
}
