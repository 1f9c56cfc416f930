package io.github.murmuration.cli;

import io.github.murmuration.sim.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress with rate and time left, then the phases that follow the steps: a bar on a terminal, a plain line every few seconds
 * elsewhere. Rates are those of this process. Safe for many threads.
 */
abstract class ProgressDisplay implements Progress, AutoCloseable {

    /** Steps taken before this process began. */
    private int before;

    private volatile int saved;

    /** @param agentSteps of the whole run */
    static ProgressDisplay of(String task, double agentSteps, boolean quiet, PrintWriter err) {
        return of(task, agentSteps, "agent-steps", quiet, err);
    }

    /**
     * @param work of the whole run.
     * @param unit of work
     */
    static ProgressDisplay of(String task, double work, String unit, boolean quiet, PrintWriter err) {
        if (quiet) {
            return new Silent();
        }
        return System.console() != null ? new Bar(task, work, unit) : new Lines(task, work, unit, err);
    }

    @Override
    public synchronized void resumed(int done, int total) {
        before = done;
        saved = Math.max(saved, done);
    }

    @Override
    public void saved(int done) {
        saved = done;
    }

    /** Steps of the last checkpoint; 0 where there is none. */
    int saved() {
        return saved;
    }

    int before() {
        return before;
    }

    @Override
    public abstract void begin(String phase);

    @Override
    public abstract void close();

    private static final class Silent extends ProgressDisplay {
        @Override
        public void advanced(int done, int total) {}

        @Override
        public void begin(String phase) {}

        @Override
        public void close() {}
    }

    /** Of the work that is left to this process. */
    private static final class Bar extends ProgressDisplay {

        private final String task;
        private final double work;
        private boolean stepping = true;
        private ProgressBar bar;

        Bar(String task, double work, String unit) {
            this.task = task;
            this.work = work;
            this.bar = builder(task)
                    .setInitialMax(millions(1, 1))
                    .setUnit("M " + unit, 1)
                    .showSpeed()
                    .build();
        }

        @Override
        public synchronized void advanced(int done, int total) {
            if (stepping) {
                bar.stepTo(millions(done - before(), total));
            } else {
                bar.maxHint(total);
                bar.stepTo(done);
            }
        }

        @Override
        public synchronized void resumed(int done, int total) {
            super.resumed(done, total);
            bar.maxHint(millions(total - done, total));
        }

        private long millions(int part, int total) {
            return (long) (work / 1e6 * part / total);
        }

        @Override
        public synchronized void begin(String phase) {
            bar.close();
            stepping = false;
            bar = builder(task + ": " + phase).setInitialMax(-1).build();
        }

        @Override
        public synchronized void close() {
            bar.close();
        }

        private static ProgressBarBuilder builder(String name) {
            return new ProgressBarBuilder()
                    .setTaskName(name)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200);
        }
    }

    /** The steps first, with a rate; a later phase has none. */
    private static final class Lines extends ProgressDisplay {

        private static final double SECONDS_BETWEEN = 5;

        private final String task;
        private final double work;
        private final String unit;
        private final PrintWriter err;
        private String phase;
        private long begun;
        private double told;

        Lines(String task, double work, String unit, PrintWriter err) {
            this.unit = unit;
            this.task = task;
            this.work = work;
            this.err = err;
            restart("");
        }

        @Override
        public synchronized void advanced(int done, int total) {
            double seconds = (System.nanoTime() - begun) * 1e-9;
            if (seconds - told < SECONDS_BETWEEN || done == before()) {
                return;
            }
            told = seconds;
            tell(
                    phase.isEmpty()
                            ? line(before(), done, total, work, unit, seconds)
                            : phase + ", " + done + " of " + total);
        }

        @Override
        public synchronized void begin(String name) {
            restart(name);
            tell(name);
        }

        @Override
        public void close() {}

        private void restart(String name) {
            phase = name;
            begun = System.nanoTime();
            told = 0;
        }

        private void tell(String line) {
            err.println(task + ": " + line);
            err.flush();
        }
    }

    /**
     * Where the steps of a run are.
     * @param before steps that took no time here.
     * @param work of all steps.
     * @param unit of work
     */
    static String line(int before, int done, int total, double work, String unit, double seconds) {
        double here = done - before;
        return String.format(
                Locale.ROOT,
                "step %d of %d, %.3g %s/s, %d s left",
                done,
                total,
                work * here / total / seconds,
                unit,
                Math.round(seconds * (total - done) / here));
    }
}
