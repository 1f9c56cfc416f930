package io.github.murmuration.study;

import io.github.murmuration.sim.Progress;
import java.util.concurrent.atomic.DoubleAdder;

/** Work done of a whole, told as thousandths. Safe for many threads. */
public final class Meter {

    private static final int PARTS = 1000;

    private final double whole;
    private final Progress progress;
    private final DoubleAdder done = new DoubleAdder();
    private int told = -1;

    public Meter(double whole, Progress progress) {
        this.whole = whole;
        this.progress = progress;
    }

    public void add(double work) {
        done.add(work);
        int parts = (int) Math.min(PARTS, PARTS * done.sum() / whole);
        synchronized (this) {
            if (parts > told) {
                told = parts;
                progress.advanced(parts, PARTS);
            }
        }
    }
}
