package io.github.murmuration.cli;

import io.github.murmuration.sim.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress with rate and time left: a bar on a terminal, a plain line every few seconds elsewhere. */
abstract class ProgressDisplay implements Progress, AutoCloseable {

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
    public abstract void close();

    private static final class Silent extends ProgressDisplay {
        @Override
        public void advanced(int done, int total) {}

        @Override
        public void close() {}
    }

    private static final class Bar extends ProgressDisplay {

        private final ProgressBar bar;
        private final double work;

        Bar(String task, double work, String unit) {
            this.work = work;
            this.bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax((long) (work / 1e6))
                    .setUnit("M " + unit, 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .setUpdateIntervalMillis(200)
                    .build();
        }

        @Override
        public void advanced(int done, int total) {
            bar.stepTo((long) (work / 1e6 * done / total));
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
        private int begunAt = -1;
        private double told;

        Lines(String task, double work, String unit, PrintWriter err) {
            this.unit = unit;
            this.task = task;
            this.work = work;
            this.err = err;
        }

        @Override
        public void advanced(int done, int total) {
            begunAt = begunAt < 0 ? done : begunAt;
            double seconds = (System.nanoTime() - begun) * 1e-9;
            if (seconds - told < SECONDS_BETWEEN || done == begunAt) {
                return;
            }
            told = seconds;
            double share = (done - begunAt) / (double) total;
            Duration left = Duration.ofSeconds(Math.round(seconds * (total - done) / (done - begunAt)));
            err.printf(
                    "%s: step %d of %d, %.3g %s/s, %d s left%n",
                    task, done, total, work * share / seconds, unit, left.toSeconds());
            err.flush();
        }

        @Override
        public void close() {}
    }
}
