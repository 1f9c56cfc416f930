package io.github.murmuration.backend;

/** A way to advance populations on some hardware. Found as a service. */
public interface Backend {

    /** Name on the command line: cpu, cpu-scalar, cuda. */
    String name();

    /** Whether it can run here, and one line that says what it found or what to do. */
    Availability availability();

    /** Order in which {@code auto} tries the available ones: highest first. */
    int preference();

    /** Allocates a population. @param threads worker threads on the host; 0 for one per core */
    Ensemble open(EnsembleSpec spec, int threads);

    /** Whether it has a kernel for {@link #patterns}. */
    default boolean evaluatesPatterns() {
        return false;
    }

    /**
     * Evaluates means over patterns. @param threads worker threads on the host; 0 for one per core
     *
     * @throws UnavailableException it has no kernel for patterns
     */
    default PatternEvaluator patterns(int threads) {
        throw new UnavailableException(name() + ": no kernel for patterns; use --backend cpu");
    }

    /** What was found. @param detail one line */
    record Availability(boolean usable, String detail) {}
}
