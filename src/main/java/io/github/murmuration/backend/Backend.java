package io.github.murmuration.backend;

import io.github.murmuration.scenario.Model;

/** A way to advance populations on some hardware. Found as a service. */
public interface Backend {

    /** Name on the command line: cpu, cpu-scalar, cuda. */
    String name();

    /** Whether it can run here, and one line that says what it found or what to do. */
    Availability availability();

    /** Whether it has the arithmetic of a model. */
    default boolean steps(Model model) {
        return true;
    }

    /** Order in which {@code auto} tries the available ones: highest first. */
    int preference();

    /** Allocates a population. @param threads worker threads on the host; 0 for one per core */
    Ensemble open(EnsembleSpec spec, int threads);

    /** What was found. @param detail one line */
    record Availability(boolean usable, String detail) {}
}
