package io.github.murmuration.cli;

import io.github.murmuration.sim.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Progress with rate and time left, then the phases that follow the steps: a bar on a terminal, a plain line every few seconds
 * elsewhere. Rates are those of this process. Safe for many threads.
 */
abstract class ProgressDisplay implements Progress, AutoCloseable {

    private static final int USUAL_COLUMNS = 80;

    private final String task;
    private final double work;
    private final String unit;
    private final double secondsBetween;
    private String phase = "";
    private long begun = System.nanoTime();
    private double shown;
    private Pace pace = new Pace(0);
    private volatile int saved;

    /**
     * @param work of the whole run
     * @param unit of work
     * @param secondsBetween what is shown, at least
     */
    ProgressDisplay(String task, double work, String unit, double secondsBetween) {
        this.task = task;
        this.work = work;
        this.unit = unit;
        this.secondsBetween = secondsBetween;
    }

    /** @param agentSteps of the whole run */
    static ProgressDisplay of(String task, double agentSteps, boolean quiet, PrintWriter err) {
        return of(task, agentSteps, "agent-steps", quiet, err);
    }

    /**
     * @param work of the whole run
     * @param unit of work
     */
    static ProgressDisplay of(String task, double work, String unit, boolean quiet, PrintWriter err) {
        if (quiet) {
            return new Silent();
        }
        return System.console() != null
                ? new ProgressBar(task, work, unit, err, columns())
                : new ProgressLines(task, work, unit, err);
    }

    /** Of the terminal, as the start script and most shells say. */
    private static int columns() {
        String said = System.getenv("COLUMNS");
        return said != null && said.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(said) : USUAL_COLUMNS;
    }

    @Override
    public final synchronized void resumed(int done, int total) {
        pace = new Pace(done);
        saved = Math.max(saved, done);
    }

    @Override
    public final void saved(int done) {
        saved = done;
    }

    /** Steps of the last checkpoint; 0 where there is none. */
    final int saved() {
        return saved;
    }

    @Override
    public final synchronized void advanced(int done, int total) {
        double seconds = (System.nanoTime() - begun) * 1e-9;
        pace.mark(seconds, done);
        if (seconds - shown >= secondsBetween) {
            shown = seconds;
            String where =
                    phase.isEmpty() ? line(done, total, pace.rate(), work, unit) : phase + ", " + done + " of " + total;
            show(task + ": " + where, (double) done / total);
        }
    }

    @Override
    public final synchronized void begin(String name) {
        phase = name;
        begun = System.nanoTime();
        shown = 0;
        pace = new Pace(0);
        announce(task + ": " + name);
    }

    /** Where the work is, now and then. */
    abstract void show(String line, double share);

    /** A phase is begun. */
    abstract void announce(String line);

    @Override
    public abstract void close();

    /**
     * Where the steps of a run are.
     * @param rate steps a second; 0 while it is not known
     * @param work of all steps
     * @param unit of work
     */
    static String line(int done, int total, double rate, double work, String unit) {
        String steps = "step " + done + " of " + total;
        if (rate == 0) {
            return steps;
        }
        return String.format(
                Locale.ROOT,
                "%s, %.3g %s/s, %d s left",
                steps,
                work * rate / total,
                unit,
                Math.round((total - done) / rate));
    }

    private static final class Silent extends ProgressDisplay {

        Silent() {
            super("", 0, "", Double.POSITIVE_INFINITY);
        }

        @Override
        void show(String line, double share) {}

        @Override
        void announce(String line) {}

        @Override
        public void close() {}
    }
}
