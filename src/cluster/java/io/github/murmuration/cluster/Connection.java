package io.github.murmuration.cluster;

import io.github.murmuration.backend.UnavailableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The connection of this process, Spark's driver, to the cluster: made when it is first needed, so that bad input never gets there. */
final class Connection {

    /** Without it an executor has no {@code cpu} backend. */
    static final String VECTOR_FLAGS = "--add-modules jdk.incubator.vector";

    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

    /** How Spark waits for executors that tasks have room in together: it looks every 15 s, 40 times, where nothing else is said. */
    private static final String ROOM_CHECK = "spark.scheduler.barrier.maxConcurrentTasksCheck.";

    private static final String PARALLELISM = "spark.default.parallelism";
    private static final String LISTENERS = "spark.extraListeners";

    private final Set<String> backends = new TreeSet<>();
    private JavaSparkContext context;

    /** @throws UnavailableException the application was started without a master */
    synchronized JavaSparkContext context() {
        if (context == null) {
            context = new JavaSparkContext(configured(new SparkConf()));
        }
        return context;
    }

    /** What reports say of the executors that computed, by name; empty where none did. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (!backends.isEmpty()) {
            facts.put("backend", String.join("; ", backends));
            facts.put("threads", threadsPerTask() + " for each task");
            facts.put(
                    "cluster", "Spark " + context().version() + ", " + context().master());
        }
        return facts;
    }

    /** A population was advanced by this backend. */
    void advancedBy(String backend) {
        backends.add(backend);
    }

    /**
     * Tasks that the cluster runs side by side, once its executors have come.
     * @throws UnavailableException their number changes
     */
    int room() {
        if (context().getConf().getBoolean("spark.dynamicAllocation.enabled", false)) {
            throw new UnavailableException(
                    "the parts of a population run side by side: set spark.dynamicAllocation.enabled=false");
        }
        if (context().getConf().contains(PARALLELISM)) {
            return tasksAtOnce();
        }
        try {
            SparkConf conf = context().getConf();
            return Executors.ROOM.tasks(
                    conf.getInt("spark.executor.instances", 1),
                    threadsPerTask(),
                    conf.getDouble("spark.task.resource.gpu.amount", 0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Tasks that the cluster runs at a time, as far as it is known now. */
    int tasksAtOnce() {
        return Math.max(1, context().defaultParallelism() / threadsPerTask());
    }

    /** Runs a job, see {@link Job#run}. */
    void run(
            List<ArrayList<Order>> orders,
            List<String> machine,
            HashMap<String, String> earlier,
            BiConsumer<Integer, Outcome> taken) {
        new Job(context()).run(orders, machine, earlier, (task, outcome) -> {
            backends.add(outcome.backend());
            taken.accept(task, outcome);
        });
    }

    private int threadsPerTask() {
        return context().getConf().getInt("spark.task.cpus", 1);
    }

    private static SparkConf configured(SparkConf conf) {
        if (!conf.contains("spark.master")) {
            throw new UnavailableException("no cluster: start the program with spark-submit --master URL --class "
                    + Main.class.getName() + " murmuration.jar");
        }
        String options = Optional.of(conf.get(EXECUTOR_OPTIONS, ""))
                .filter(given -> !given.contains("jdk.incubator.vector"))
                .map(given -> (given + " " + VECTOR_FLAGS).strip())
                .orElseGet(() -> conf.get(EXECUTOR_OPTIONS));
        String listeners = conf.contains(LISTENERS) ? conf.get(LISTENERS) + "," : "";
        return conf.set(EXECUTOR_OPTIONS, options)
                .set(LISTENERS, listeners + Executors.class.getName())
                .setIfMissing("spark.executor.heartbeatInterval", "2s")
                .setIfMissing(ROOM_CHECK + "interval", "5s")
                .setIfMissing(ROOM_CHECK + "maxFailures", "120")
                .setIfMissing("spark.app.name", "murmuration")
                .setIfMissing("spark.log.level", "WARN");
    }
}
