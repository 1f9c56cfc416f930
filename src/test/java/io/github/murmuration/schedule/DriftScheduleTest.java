package io.github.murmuration.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scheme;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("analytic")
class DriftScheduleTest {

    private static final GaussianMixture LINE = new GaussianMixture(
            new double[] {0.6, 0.4}, new double[][] {{0.1}, {1.5}}, new double[][] {{0.04}, {0.09}}, null);

    private static final GaussianMixture START = new GaussianMixture(
            new double[] {1}, new double[][] {{3, -1, 2}}, new double[][] {{0.25, 0.25, 0.25}}, null);

    private static final Protocol PROTOCOL = Protocols.awkward(12, 0, 5);

    private static GaussianMixture diagonal() {
        return new GaussianMixture(
                new double[] {0.6, 0.4},
                new double[][] {{0.1, 0.2, -1}, {1.5, 0, 1}},
                new double[][] {{0.04, 0.5, 0}, {0.09, 0.01, 0.2}},
                null);
    }

    private static GaussianMixture full() {
        double[][] first = {{0.5, 0.2, -0.1}, {0.2, 0.3, 0.05}, {-0.1, 0.05, 0.4}};
        double[][] second = {{0.1, 0.03, 0}, {0.03, 0.2, 0.1}, {0, 0.1, 0.6}};
        return GaussianMixture.of(new Law.Mixture(
                new double[] {0.6, 0.4},
                new double[][] {{0.1, 0.2, -1}, {1.5, 0, 1}},
                new Covariance[] {new Covariance.Full(first), new Covariance.Full(second)}));
    }

    /**
     * u = d/dx log int G(t,x;1,y) p(y) / G(0,z;1,y) dy, with G from the ODE solver, the integral by the trapezoidal rule (exact to
     * rounding for Gaussians) and the derivative by central differences of fourth order: about 1e-9.
     */
    @Test
    void driftIsTheGradientOfTheLogPotential() {
        double[] times = {0, 0.02, 0.1, 0.3, 0.45, 0.55, 0.8, 0.95};
        GuidancePath guidance = Protocols.jumps(1);
        BackwardOde ode = new BackwardOde(PROTOCOL, guidance, times);
        DriftSchedule schedule = schedule(guidance, Scheme.EULER_MARUYAMA, LINE, LINE);
        double step = 1e-3;
        double[] u = new double[1];
        for (int n = 0; n < times.length; n++) {
            // at t = 0 the agent is at its start
            for (double x : n == 0 ? new double[] {1.7} : new double[] {-1, 0.4, 0.9, 1.7, 3}) {
                schedule.drift(times[n], new double[] {1.7}, new double[] {x}, u);
                double near = logPotential(ode, n, x + step) - logPotential(ode, n, x - step);
                double far = logPotential(ode, n, x + 2 * step) - logPotential(ode, n, x - 2 * step);
                assertEquals((8 * near - far) / (12 * step), u[0], 1e-7 * (1 + Math.abs(u[0])));
            }
        }
    }

    private static double logPotential(BackwardOde ode, int n, double x) {
        double tilt = ode.b[n] * x - ode.b[0] * 1.7 + ode.thetaY[n][0];
        double sum = 0;
        double width = 1e-3;
        double shift = tilt * tilt / (2 * (ode.precision[n] + 1 / 0.09));
        for (double y = -3; y < 5; y += width) {
            double density = 0;
            for (int k = 0; k < 2; k++) {
                double variance = LINE.variances()[k][0];
                double departure = y - LINE.means()[k][0];
                density += LINE.weights()[k] * Math.exp(-departure * departure / (2 * variance)) / Math.sqrt(variance);
            }
            sum += density * Math.exp(tilt * y - ode.precision[n] * y * y / 2 - shift) * width;
        }
        return -ode.a[n] * x * x / 2 + ode.thetaX[n][0] * x + Math.log(sum) + shift;
    }

    /**
     * Float32 rows read as RowLayout says, at states drawn from the exact law. Coefficients and state carry 2^-24; yhat - x is
     * multiplied by b, and a log weight of up to 100 by the distance of the components: 4e-6 (b + 1)(1 + |x|) covers both.
     */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void rowsGiveTheDrift(Kind kind) {
        GaussianMixture target = kind.target();
        DriftSchedule schedule = schedule(Protocols.jumps(3), Scheme.EULER_MARUYAMA, START, target);
        TimeGrid grid = TimeGrid.of(PROTOCOL, 200);
        RowLayout layout = schedule.layout();
        float[] rows = schedule.rows(0, 200);
        SplittableRandom random = new SplittableRandom(5);
        double[] u = new double[3];
        GaussianMixture centred = target.about(target.mean());
        ExactMoments moments = ExactMoments.of(schedule.backward(), GridTimes.of(grid), START.mean(), target.mean());
        for (int k = 0; k < 200; k++) {
            double[][] covariance = moments.covariance(k, START, target);
            double[] z = k == 0 ? moments.mean()[0] : new double[] {2.5, -1.5, 2};
            double[] x = new double[3];
            double largest = 0;
            for (int j = 0; j < 3; j++) {
                double deviation = Math.sqrt(covariance[j][j]);
                x[j] = (float) (moments.mean()[k][j] + (k == 0 ? 0 : (2 * random.nextDouble() - 1) * 1.5 * deviation));
                largest = Math.max(largest, Math.abs(x[j]));
            }
            schedule.drift(grid.time(k), z, x, u);
            double[] fromCentre = minus(x, schedule.centre(k));
            double[] start = minus(z, schedule.centre(0));
            float[] read = RowReader.drift(rows, k * layout.size(), layout, centred, fromCentre, start);
            double b = rows[k * layout.size() + RowLayout.B];
            for (int j = 0; j < 3; j++) {
                assertEquals(u[j], read[j], 4e-6 * (b + 1) * (1 + largest), kind + " step " + k);
            }
        }
    }

    private static double[] minus(double[] x, double[] centre) {
        double[] difference = x.clone();
        Arrays.setAll(difference, j -> x[j] - centre[j]);
        return difference;
    }

    enum Kind {
        DIAGONAL,
        FULL;

        GaussianMixture target() {
            return this == DIAGONAL ? diagonal() : full();
        }
    }

    @Test
    void rowsCarryTheStep() {
        TimeGrid grid = TimeGrid.of(PROTOCOL, 20);
        BackwardCoefficients backward = new BackwardCoefficients(PROTOCOL, Protocols.jumps(3));
        double[] end = diagonal().mean();
        for (Scheme scheme : Scheme.OF_BRIDGES) {
            DriftSchedule schedule = schedule(Protocols.jumps(3), scheme, START, diagonal(), 20);
            RowLayout layout = schedule.layout();
            for (int k = 0; k < 20; k++) {
                float[] row = schedule.rows(k, 1);
                Transition step = Transition.of(backward, grid.time(k), grid.time(k + 1));
                double noise = scheme == Scheme.EULER_MARUYAMA ? Math.sqrt(grid.step(k)) : step.noise();
                assertEquals((float) grid.step(k), row[RowLayout.DT]);
                assertEquals((float) noise, row[RowLayout.NOISE]);
                assertEquals((float) (step.alpha() - 1), row[RowLayout.ALPHA_MINUS_ONE]);
                assertEquals(1, row[RowLayout.UNIT]);
                assertEquals((float) step.eta(), row[RowLayout.ETA]);
                for (int j = 0; j < 3; j++) {
                    double here = schedule.centre(k)[j];
                    double moved = scheme == Scheme.EULER_MARUYAMA
                            ? here + grid.step(k) * row[layout.thetaX() + j]
                            : step.alpha() * here + step.gamma()[j] + step.eta() * end[j];
                    // thetaX is rounded to float32, of which dt <= 0.06 takes a part
                    assertEquals(moved - schedule.centre(k + 1)[j], row[layout.gamma() + j], 1e-7);
                    assertEquals(0, row[layout.reference() + j]);
                }
            }
        }
    }

    @Test
    void rowsDoNotDependOnHowManyAreAskedFor() {
        DriftSchedule schedule = schedule(Protocols.jumps(3), Scheme.EXACT, START, full());
        int size = schedule.layout().size();
        float[] all = schedule.rows(0, 200);
        float[] some = schedule.rows(150, 3);
        float[] slice = Arrays.copyOfRange(all, 150 * size, 153 * size);
        assertArrayEquals(slice, some);
    }

    @Test
    void layoutIsDense() {
        RowLayout layout = new RowLayout(3, 2);
        int[] starts = {layout.thetaX(), layout.thetaY(), layout.gamma(), layout.reference(), layout.logWeights()};
        assertArrayEquals(new int[] {8, 11, 14, 17, 20}, starts);
        assertEquals(22, layout.table(0));
        assertEquals(22 + 15, layout.table(1));
        int[] gains = {layout.thetaXGain(), layout.gammaGain(), layout.thetaYGain()};
        assertArrayEquals(new int[] {52, 53, 54}, gains);
        assertEquals(55, layout.size());
    }

    private static DriftSchedule schedule(
            GuidancePath guidance, Scheme scheme, GaussianMixture initial, GaussianMixture target) {
        return schedule(guidance, scheme, initial, target, 200);
    }

    private static DriftSchedule schedule(
            GuidancePath guidance, Scheme scheme, GaussianMixture initial, GaussianMixture target, int steps) {
        BackwardCoefficients backward = new BackwardCoefficients(PROTOCOL, guidance);
        return new DriftSchedule(backward, TimeGrid.of(PROTOCOL, steps), scheme, initial, target);
    }
}
