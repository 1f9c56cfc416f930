package io.github.murmuration.scenario;

import java.util.Objects;

/** Number of steps on [0,1] and the scheme that takes them. */
public record Time(int steps, Scheme scheme) {

    /** A thousand Euler-Maruyama steps. */
    public static final Time DEFAULT = new Time(1000, Scheme.EULER_MARUYAMA);

    public Time {
        Check.atLeast("steps", steps, 1);
        Objects.requireNonNull(scheme, "scheme");
    }
}
