package io.github.murmuration.cluster;

import io.github.murmuration.sim.Progress;
import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.util.LongAccumulator;
import scala.jdk.javaapi.CollectionConverters;

/** Shows the driver how far the first part of a population has come: two of Spark's accumulators, which heartbeats of executors carry. */
final class Advance extends SparkListener implements AutoCloseable {

    private final JavaSparkContext context;
    private final Progress progress;
    private final int steps;
    private final Counts counts;

    /**
     * What the task of the first part counts.
     *
     * @param taken steps
     * @param saved of them, those up to the last checkpoint
     */
    record Counts(LongAccumulator taken, LongAccumulator saved) implements Serializable {}

    /** @param steps of the run */
    Advance(JavaSparkContext context, Progress progress, int steps) {
        this.context = context;
        this.progress = progress;
        this.steps = steps;
        this.counts =
                new Counts(context.sc().longAccumulator("steps"), context.sc().longAccumulator("steps saved"));
        context.sc().addSparkListener(this);
    }

    Counts counts() {
        return counts;
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        CollectionConverters.asJava(update.accumUpdates())
                .forEach(task -> CollectionConverters.asJava(task._4()).forEach(this::show));
    }

    private void show(AccumulableInfo counted) {
        if (counted.update().isDefined() && counted.update().get() instanceof Long value) {
            if (counted.id() == counts.taken().id()) {
                progress.advanced(Math.toIntExact(value), steps);
            } else if (counted.id() == counts.saved().id()) {
                progress.saved(Math.toIntExact(value));
            }
        }
    }

    @Override
    public void close() {
        context.sc().removeSparkListener(this);
    }
}
