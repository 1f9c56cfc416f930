package io.github.murmuration.cli;

import java.io.PrintWriter;

/** Progress in a file or a pipe: a line every few seconds, and one for every phase. */
final class ProgressLines extends ProgressDisplay {

    private static final double SECONDS_BETWEEN = 5;

    private final PrintWriter err;

    ProgressLines(String task, double work, String unit, PrintWriter err) {
        super(task, work, unit, SECONDS_BETWEEN);
        this.err = err;
    }

    @Override
    void show(String line, double share) {
        announce(line);
    }

    @Override
    void announce(String line) {
        err.println(line);
        err.flush();
    }

    @Override
    public void close() {}
}
