package io.github.murmuration.backend;

/** A way to advance populations on some hardware. Found as a service. */
public interface Backend {

    /** Name on the command line: cpu, cpu-scalar, cuda. */
    String name();

    /** Whether it can run here, and one line that says what it found or what to do. */
    Availability availability();

    /** Order in which {@code auto} tries the available ones: highest first. */
    int preference();

    /**
     * Allocates a population.
     * @param threads worker threads on the host; 0 for one per core
     */
    Ensemble open(EnsembleSpec spec, int threads);

    /** What a population, or a part of one, would take here. */
    Need need(EnsembleSpec spec);

    /** Whether a step of few agents costs little. */
    default boolean quickAtLittle() {
        return true;
    }

    /** Whether several populations may be advanced side by side, by a thread each. */
    default boolean sideBySide() {
        return true;
    }

    /**
     * Evaluates means over patterns.
     * @param threads worker threads on the host; 0 for one per core
     */
    PatternEvaluator patterns(int threads);

    /**
     * The most that the device does; measured in about a second.
     * @param threads worker threads on the host; 0 for one per core
     */
    Ceilings ceilings(int threads);

    /** Whether the device is there for tests alone, so that its speed says nothing. */
    default boolean forTests() {
        return false;
    }

    /**
     * What a population takes.
     *
     * @param bytes of the heap, or of the memory of the device
     * @param batch steps that are advanced at a time
     */
    record Need(long bytes, int batch) {}

    /**
     * What was found.
     * @param detail one line
     */
    record Availability(boolean usable, String detail) {}
}
