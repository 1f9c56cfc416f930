package io.github.murmuration.study;

import io.github.murmuration.sim.Progress;
import java.util.concurrent.atomic.DoubleAdder;

/** Work done of a whole, reported in thousandths. Safe for many threads. */
public final class Meter {

    private static final int PARTS = 1000;

    private final double whole;
    private final Progress progress;
    private final DoubleAdder done = new DoubleAdder();
    private final DoubleAdder kept = new DoubleAdder();
    private int told = -1;

    public Meter(double whole, Progress progress) {
        this.whole = whole;
        this.progress = progress;
    }

    /** Counts work that has just been done. */
    public void add(double work) {
        done.add(work);
        tell();
    }

    /** Counts work that was done and kept before. */
    public void skip(double work) {
        kept.add(work);
        synchronized (this) {
            progress.resumed(parts(kept.sum()), PARTS);
        }
        tell();
    }

    /** Work done since the meter was made. */
    public double done() {
        return done.sum();
    }

    /** Work that was done and kept before. */
    public double kept() {
        return kept.sum();
    }

    private synchronized void tell() {
        int parts = parts(done.sum() + kept.sum());
        if (parts > told) {
            told = parts;
            progress.advanced(parts, PARTS);
        }
    }

    private int parts(double work) {
        return (int) Math.min(PARTS, PARTS * work / whole);
    }
}
