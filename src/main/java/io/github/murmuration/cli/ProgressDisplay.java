package io.github.murmuration.cli;

import io.github.murmuration.sim.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress with rate and time left: a bar on a terminal, a plain line every few seconds elsewhere. Rates are those of this process. */
abstract class ProgressDisplay implements Progress, AutoCloseable {

    /** Steps taken before this process began. */
    private int before;

    private volatile int saved;

    /** @param agentSteps of the whole run */
    static ProgressDisplay of(String task, double agentSteps, boolean quiet, PrintWriter err) {
        return of(task, agentSteps, "agent-steps", quiet, err);
    }

    /** @param work of the whole run. @param unit of work */
    static ProgressDisplay of(String task, double work, String unit, boolean quiet, PrintWriter err) {
        if (quiet) {
            return new Silent();
        }
        return System.console() != null ? new Bar(task, work, unit) : new Lines(task, work, unit, err);
    }

    @Override
    public void resumed(int done, int total) {
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
    public abstract void close();

    private static final class Silent extends ProgressDisplay {
        @Override
        public void advanced(int done, int total) {}

        @Override
        public void close() {}
    }

    /** Of the work that is left to this process. */
    private static final class Bar extends ProgressDisplay {

        private final ProgressBar bar;
        private final double work;

        Bar(String task, double work, String unit) {
            this.work = work;
            this.bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(millions(1, 1))
                    .setUnit("M " + unit, 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .setUpdateIntervalMillis(200)
                    .build();
        }

        @Override
        public void resumed(int done, int total) {
            super.resumed(done, total);
            bar.maxHint(millions(total - done, total));
        }

        @Override
        public void advanced(int done, int total) {
            bar.stepTo(millions(done - before(), total));
        }

        private long millions(int part, int total) {
            return (long) (work / 1e6 * part / total);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private static final class Lines extends ProgressDisplay {

        private static final double SECONDS_BETWEEN = 5;

        private final String task;
        private final double work;
        private final String unit;
        private final PrintWriter err;
        private final long begun = System.nanoTime();
        private double told;

        Lines(String task, double work, String unit, PrintWriter err) {
            this.unit = unit;
            this.task = task;
            this.work = work;
            this.err = err;
        }

        @Override
        public void advanced(int done, int total) {
            double seconds = (System.nanoTime() - begun) * 1e-9;
            if (seconds - told < SECONDS_BETWEEN || done == before()) {
                return;
            }
            told = seconds;
            err.println(task + ": " + line(before(), done, total, work, seconds).formatted(unit));
            err.flush();
        }

        @Override
        public void close() {}
    }

    /** Where a run is. @param before steps that took no time here. @param work of all steps. @return with %s for the unit of work */
    static String line(int before, int done, int total, double work, double seconds) {
        double here = done - before;
        return String.format(
                Locale.ROOT,
                "step %d of %d, %.3g %%s/s, %d s left",
                done,
                total,
                work * here / total / seconds,
                Math.round(seconds * (total - done) / here));
    }
}
