package io.github.murmuration.scenario;

import java.util.Objects;

/**
 * Number of steps on [0,1], the scheme that takes them, and how many fine normals add up to the noise of one step: n steps of m share
 * their noise with n m steps of 1.
 *
 * @param noisePerStep a power of two
 */
public record Time(int steps, Scheme scheme, int noisePerStep) {

    /** A thousand Euler-Maruyama steps. */
    public static final Time DEFAULT = new Time(1000, Scheme.EULER_MARUYAMA);

    public Time {
        Check.atLeast("steps", steps, 1);
        Objects.requireNonNull(scheme, "scheme");
        if (Integer.bitCount(noisePerStep) != 1 || noisePerStep < 1) {
            throw ScenarioException.refused("noise-per-step", noisePerStep, "a power of two");
        }
        if ((long) steps * noisePerStep > Integer.MAX_VALUE) {
            String found = noisePerStep + " times " + steps + " steps";
            throw ScenarioException.refused("noise-per-step", found, "at most " + Integer.MAX_VALUE + " in all");
        }
    }

    /** One normal per step. */
    public Time(int steps, Scheme scheme) {
        this(steps, scheme, 1);
    }
}
