package io.github.murmuration.cluster;

import io.github.murmuration.backend.UnavailableException;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The connection of this process, Spark's driver, to the cluster: made when it is first needed, so that bad input never gets there. */
final class Connection {

    /** Without it an executor has no {@code cpu} backend. */
    static final String VECTOR_FLAGS = "--add-modules jdk.incubator.vector";

    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

    private JavaSparkContext context;

    /** @throws UnavailableException the application was started without a master */
    synchronized JavaSparkContext context() {
        if (context == null) {
            context = new JavaSparkContext(configured(new SparkConf()));
        }
        return context;
    }

    /** Threads that a task of the cluster may use: {@code spark.task.cpus}. */
    int threadsPerTask() {
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
        return conf.set(EXECUTOR_OPTIONS, options)
                .setIfMissing("spark.app.name", "murmuration")
                .setIfMissing("spark.log.level", "WARN");
    }
}
