package io.github.murmuration.cli;

import java.io.PrintWriter;

/** Progress on a terminal: one line that is written over, with a bar. */
final class ProgressBar extends ProgressDisplay {

    private static final double SECONDS_BETWEEN = 0.2;
    private static final int CELLS = 20;
    private static final String TO_THE_END_OF_THE_LINE = "\u001b[K";

    private final PrintWriter err;
    private final int columns;
    private boolean begun;

    /** @param columns of the terminal */
    ProgressBar(String task, double work, String unit, PrintWriter err, int columns) {
        super(task, work, unit, SECONDS_BETWEEN);
        this.err = err;
        this.columns = columns;
    }

    @Override
    void show(String line, double share) {
        begun = true;
        int full = (int) (CELLS * share);
        write("[" + "=".repeat(full) + " ".repeat(CELLS - full) + "] " + line);
    }

    @Override
    void announce(String line) {
        close();
        begun = true;
        write(line);
    }

    @Override
    public void close() {
        if (begun) {
            err.println();
            err.flush();
        }
        begun = false;
    }

    /** Shorter than the terminal is wide: a line that goes on in a second one could not be written over. */
    private void write(String line) {
        err.print("\r" + line.substring(0, Math.min(line.length(), columns - 1)) + TO_THE_END_OF_THE_LINE);
        err.flush();
    }
}
