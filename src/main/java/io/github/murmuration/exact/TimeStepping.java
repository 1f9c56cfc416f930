package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.schedule.lqg.LqgSchedule;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * The bias of the steps of a scheme in energy and terminal moments: the chain that the scheme steps has moments in closed form when the
 * target is Gaussian. For other targets the worst of three Gaussians stands in: one with the target's own variances, one as narrow
 * and one as wide as its components.
 */
public final class TimeStepping {

    /** Coordinate steps after which the search for a number of steps ends. */
    private static final double MOST_WORK = 3e7;

    private final IntFunction<Error> errors;
    private final double workOfStep;

    /**
     * Errors of a number of steps, none negative.
     *
     * @param energy relative
     * @param mean at t = 1, in standard deviations; the largest over coordinates
     * @param variance at t = 1, relative; the largest over coordinates
     */
    public record Error(double energy, double mean, double variance) {

        static final Error NONE = new Error(0, 0, 0);

        Error worse(Error other) {
            return new Error(
                    Math.max(energy, other.energy), Math.max(mean, other.mean), Math.max(variance, other.variance));
        }
    }

    private TimeStepping(IntFunction<Error> errors, double workOfStep) {
        this.errors = errors;
        this.workOfStep = workOfStep;
    }

    /** @throws IllegalArgumentException a schedule without exact values */
    public static TimeStepping of(
            Scenario scenario, Schedule schedule, GaussianMixture initial, GaussianMixture target) {
        double d = target.dimension();
        if (schedule instanceof DriftSchedule bridge) {
            List<BridgeChain> chains =
                    BridgeChain.of(bridge.backward(), scenario.time().scheme(), initial, target);
            return new TimeStepping(
                    n -> chains.stream()
                            .map(chain -> chain.error(TimeGrid.of(scenario.protocol(), n)))
                            .reduce(Error.NONE, Error::worse),
                    chains.size() * d);
        }
        if (schedule instanceof LqgSchedule lqg) {
            RegulatorChain chain = new RegulatorChain((Dynamics.LinearQuadratic) scenario.dynamics(), lqg.solution());
            return new TimeStepping(
                    n -> chain.error(initial, TimeGrid.of(scenario.protocol(), n)), 100 * (1 + d * d * d));
        }
        throw new IllegalArgumentException(
                "no exact values for " + schedule.getClass().getSimpleName());
    }

    /**
     * Errors of that many steps.
     * @param steps at least one per interval of the protocol
     */
    public Error error(int steps) {
        return errors.apply(steps);
    }

    /**
     * The least number of steps, within a factor of two or nearer, whose error is no more than a tolerance.
     *
     * @param from whose error is more
     * @return empty when that would take longer to find out than a small run takes
     */
    public OptionalInt stepsFor(ToDoubleFunction<Error> quantity, double tolerance, int from) {
        for (long n = 2L * from; n * workOfStep <= MOST_WORK; n *= 2) {
            double error = quantity.applyAsDouble(error((int) n));
            if (error <= tolerance) {
                // from here on the error is next to inversely proportional to the number
                return OptionalInt.of((int) Math.max(n / 2 + 1, Math.ceil(n * error / tolerance)));
            }
        }
        return OptionalInt.empty();
    }
}
