package io.github.murmuration.cluster;

import io.github.murmuration.cli.FailureElsewhere;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** One job of Spark whose tasks give outcomes, which are taken as they come, by the thread that asks for them. */
final class Job {

    private static final int CANNOT = 3;

    private final JavaSparkContext context;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /**
     * A task is done, or all are.
     * @param outcome null at the end
     * @param failure why the job came to an end before its tasks did, or null
     */
    private record Event(int task, Outcome outcome, Throwable failure) {}

    Job(JavaSparkContext context) {
        this.context = context;
    }

    /**
     * Runs a task for each list of orders.
     *
     * @param taken each outcome with the number of its task
     * @throws FailureElsewhere cases failed, or the cluster did
     */
    void run(
            List<ArrayList<Order>> orders,
            List<String> machine,
            HashMap<String, String> earlier,
            BiConsumer<Integer, Outcome> taken) {
        Broadcast<HashMap<String, String>> kept = context.broadcast(earlier);
        JavaRDD<ArrayList<Order>> tasks = context.parallelize(orders, orders.size());
        Thread thread = new Thread(() -> submit(tasks, new Worker(machine, kept)), "murmuration-job");
        thread.setDaemon(true);
        thread.start();
        try {
            take(taken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            context.cancelAllJobs();
            kept.destroy();
        }
    }

    private void submit(JavaRDD<ArrayList<Order>> tasks, Worker worker) {
        try {
            context.sc().runJob(tasks.rdd(), worker, new Arrival(events), ClassTag$.MODULE$.apply(Outcome.class));
            events.add(new Event(-1, null, null));
        } catch (Throwable e) { // Scala does not declare what it throws
            events.add(new Event(-1, null, e));
        }
    }

    private void take(BiConsumer<Integer, Outcome> taken) throws InterruptedException {
        for (Event event = events.take(); event.outcome() != null || event.failure() != null; event = events.take()) {
            if (event.failure() != null) {
                throw new FailureElsewhere(CANNOT, "the cluster gave up: " + firstLine(event.failure()));
            }
            taken.accept(event.task(), event.outcome().required());
        }
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse(failure.toString());
    }

    /** Called by Spark's scheduler, which is not kept waiting. */
    private static final class Arrival extends AbstractFunction2<Object, Outcome, BoxedUnit> implements Serializable {

        private static final long serialVersionUID = 1L;

        private final transient BlockingQueue<Event> events;

        Arrival(BlockingQueue<Event> events) {
            this.events = events;
        }

        @Override
        public BoxedUnit apply(Object task, Outcome outcome) {
            events.add(new Event((Integer) task, outcome, null));
            return BoxedUnit.UNIT;
        }
    }
}
