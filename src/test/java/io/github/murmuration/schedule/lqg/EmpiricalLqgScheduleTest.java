package io.github.murmuration.schedule.lqg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.schedule.AffineLayout;
import io.github.murmuration.schedule.TimeGrid;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans from a mean that departs from its path end at the target mean. */
@Tag("analytic")
class EmpiricalLqgScheduleTest {

    private static final int STEPS = 12;

    /** A departure delta has the costate S delta - (gain) delta; m' = A m - p, p' = -A^T p then leads delta to 0 at t = 1. */
    @ParameterizedTest
    @CsvSource({"1, -0.5", "2, 0.8", "3, -1", "5, 0.5"})
    void departuresArePlannedAway(int d, double shift) {
        LinearQuadraticProblem problem = LinearQuadraticProblem.random(d, shift, false, 31);
        TimeGrid grid = TimeGrid.of(LinearQuadraticProblem.PROTOCOL, STEPS);
        LqgSolution solution = problem.solve(new Guidance.Empirical());
        LqgSchedule line = new LqgSchedule(problem.dynamics(), solution, grid, true);
        EmpiricalLqgSchedule schedule = new EmpiricalLqgSchedule(line, problem.dynamics(), grid);
        for (int k : new int[] {0, 5, STEPS - 1}) {
            double[] state = new double[2 * d];
            costate(
                    state,
                    schedule.rows(k, 1),
                    schedule.layout(),
                    solution.at(grid.time(k)).riccati());
            double[] end = integrate(state, problem.dynamics().drift(), grid.time(k));
            for (int i = 0; i < d; i++) {
                // Float32 gains of up to 1/(1 - t) = 12, in every term of the costate.
                assertEquals(0, end[i], 3e-6 * d);
                assertTrue(Math.abs(state[i]) >= 1);
            }
        }
    }

    private static void costate(double[] state, float[] row, AffineLayout layout, double[][] riccati) {
        int d = layout.dimension();
        for (int i = 0; i < d; i++) {
            state[i] = 1 + 0.3 * i;
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double gain = row[layout.offsetFeed() + i * d + j];
                assertEquals(gain / STEPS, row[layout.shiftFeed() + i * d + j], 1e-7 * Math.abs(gain));
                state[d + i] += (riccati[i][j] - gain) * state[j];
            }
        }
    }

    private static double[] integrate(double[] state, double[][] a, double from) {
        int d = a.length;
        OrdinaryDifferentialEquation equation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 2 * d;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                double[] rate = new double[2 * d];
                for (int i = 0; i < d; i++) {
                    rate[i] -= y[d + i];
                    for (int j = 0; j < d; j++) {
                        rate[i] += a[i][j] * y[j];
                        rate[d + i] -= a[j][i] * y[d + j];
                    }
                }
                return rate;
            }
        };
        return new DormandPrince853Integrator(1e-6, 0.1, 1e-11, 1e-11)
                .integrate(equation, new ODEState(from, state), 1)
                .getPrimaryState();
    }
}
