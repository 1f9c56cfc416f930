package io.github.murmuration.exact;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.lqg.LqgSchedule;
import java.util.Optional;

/** What is known exactly about a schedule, whatever its model. */
public final class ExactValues {

    private ExactValues() {}

    /** Empty where nothing is. @param crew who works it out: the same values, however many they are */
    public static Optional<ExactResult> of(
            Schedule schedule, GaussianMixture initial, GaussianMixture target, Crew<?> crew) {
        if (schedule instanceof DriftSchedule bridge) {
            return Optional.of(ExactSolution.of(bridge.backward(), initial, target, crew));
        }
        if (schedule instanceof LqgSchedule lqg) {
            return Optional.of(LqgExact.of(lqg.solution(), initial, target, crew));
        }
        return Optional.empty();
    }
}
