package io.github.murmuration.study.throughput;

/** What is left of the time, divided among the cases that are left. */
final class Clock {
    private final long end;
    private double cases;

    Clock(double seconds, double cases) {
        this.end = System.nanoTime() + (long) (seconds * 1e9);
        this.cases = cases;
    }

    /** Seconds of the next case. */
    double next() {
        double left = (end - System.nanoTime()) * 1e-9;
        return Math.max(0, left) / Math.max(1, cases--);
    }
}
