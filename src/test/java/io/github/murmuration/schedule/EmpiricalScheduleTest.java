package io.github.murmuration.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the population's mean does to the rows, against the coefficients of the path that the agents plan on. */
@Tag("analytic")
class EmpiricalScheduleTest {

    private static final int STEPS = 24;
    private static final double[] BREAKS = {0, 0.25, 0.5, 1};
    private static final double[] BETA = {12, 0, 3};
    private static final double INITIAL = 2;
    private static final double TARGET = -1;

    /** Rows are float32. */
    private static final double TOLERANCE = 3e-7;

    private final Protocol protocol = new Protocol(BREAKS, BETA, GuidanceShape.PIECEWISE_CONSTANT);
    private final TimeGrid grid = TimeGrid.of(protocol, STEPS);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 13, 22, 23})
    void actsAsThePlanFromTheMeanAtThatTime(int k) {
        double departure = 0.7;
        EmpiricalSchedule schedule = schedule(Scheme.POSTERIOR_MEAN);
        float[] row = schedule.rows(k, 1);
        RowLayout layout = schedule.layout();
        double t = grid.time(k);
        double next = grid.time(k + 1);
        double centre = (1 - t) * INITIAL + t * TARGET;
        double mean = centre + departure;
        BackwardCoefficients plan = new BackwardCoefficients(protocol, planned(t, mean));
        Transition transition = Transition.of(plan, t, next);
        // about the straight line, as RowLayout says
        double gamma = transition.alpha() * centre
                + transition.gamma()[0]
                + transition.eta() * TARGET
                - ((1 - next) * INITIAL + next * TARGET);
        double thetaX =
                plan.at(t).thetaX()[0] + plan.at(t).b() * TARGET - plan.at(t).a() * centre;
        assertEquals(thetaX, row[layout.thetaX()] + row[layout.thetaXGain()] * departure, TOLERANCE * scale(thetaX));
        assertEquals(gamma, row[layout.gamma()] + row[layout.gammaGain()] * departure, TOLERANCE * scale(gamma));
        if (k + 1 < STEPS) {
            // on the line h has mean K m, so thetaY is 0 there; the plan departs by what the feed adds
            double change = plan.at(next).thetaY()[0] - plan.at(t).thetaY()[0] - (line(next) - line(t));
            assertEquals(0, row[layout.thetaY()], 1e-12);
            assertEquals(change, row[layout.thetaYGain()] * departure, TOLERANCE * scale(change));
        }
    }

    @Test
    void isTheStraightLineForAPopulationOnIt() {
        Protocol linear = new Protocol(BREAKS, BETA, GuidanceShape.PIECEWISE_LINEAR);
        GuidancePath line = GuidancePath.of(
                new io.github.murmuration.scenario.Guidance.MeanField(), linear, new double[] {INITIAL}, new double[] {
                    TARGET
                });
        BackwardCoefficients backward = new BackwardCoefficients(linear, line);
        EmpiricalSchedule schedule = schedule(Scheme.EULER_MARUYAMA);
        for (int k = 0; k < STEPS; k++) {
            BackwardCoefficients.Values values = backward.at(grid.time(k));
            float[] row = schedule.rows(k, 1);
            double centre = schedule.centre(k)[0];
            double t = grid.time(k);
            assertEquals((1 - t) * INITIAL + t * TARGET, centre, 1e-12);
            double thetaX = values.thetaX()[0] + values.b() * TARGET - values.a() * centre;
            assertEquals(thetaX, row[schedule.layout().thetaX()], 3e-7);
            assertEquals(0, row[schedule.layout().thetaY()], 1e-12);
        }
    }

    /** thetaY under the straight line. */
    private double line(double t) {
        GuidancePath path = GuidancePath.line(protocol, new double[] {INITIAL}, new double[] {TARGET});
        return new BackwardCoefficients(protocol, path).at(t).thetaY()[0];
    }

    /** Rounding of a row, and of the sum, of numbers around 1. */
    private static double scale(double value) {
        return 1 + Math.abs(value);
    }

    /** The straight line through (t, mean) and (1, target mean), drawn back to t = 0. */
    private GuidancePath planned(double t, double mean) {
        double slope = (TARGET - mean) / (1 - t);
        return GuidancePath.line(protocol, new double[] {mean - slope * t}, new double[] {TARGET});
    }

    private EmpiricalSchedule schedule(Scheme scheme) {
        GaussianMixture initial = GaussianMixture.of(Law.point(new double[] {INITIAL}));
        GaussianMixture target = GaussianMixture.of(Law.point(new double[] {TARGET}));
        GuidancePath line = GuidancePath.line(protocol, initial.mean(), target.mean());
        BackwardCoefficients backward = new BackwardCoefficients(protocol, line);
        return new EmpiricalSchedule(
                new DriftSchedule(backward, grid, scheme, initial, target), scheme, protocol, grid);
    }
}
