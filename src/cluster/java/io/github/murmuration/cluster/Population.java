package io.github.murmuration.cluster;

import io.github.murmuration.backend.Part;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.cli.PopulationRun;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.sim.FailedRun;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import scala.reflect.ClassTag$;

/** One population over the tasks of a barrier stage, a part to each: as many as the cluster runs side by side. */
final class Population {

    private final Connection connection;
    private final PopulationRun asked;
    private final URI shared;
    private final Scenario scenario;

    /** @param shared output folder, as all workers see it */
    Population(Connection connection, PopulationRun asked, URI shared) {
        this.connection = connection;
        this.shared = shared;
        this.asked = asked;
        this.scenario = asked.scenario();
    }

    /**
     * Runs it from the start.
     *
     * @throws FailedRun an agent left the representable range
     * @throws UnavailableException a worker cannot do it, or Spark has given up
     */
    RunResult run() throws IOException {
        int parts = Math.min(Part.most(scenario.population().agents()), connection.room());
        PartFiles files = new PartFiles(shared, parts, connection.context().hadoopConfiguration());
        files.forget();
        return run(files, false);
    }

    /**
     * Goes on from the last checkpoint that all parts have.
     * @throws RuntimeException as of the other
     */
    RunResult resume(PartFiles files) throws IOException {
        int room = connection.room();
        if (room < files.parts()) {
            throw new UnavailableException("the checkpoint is of " + files.parts()
                    + " parts, which run side by side; the cluster has room for " + room);
        }
        return run(files, true);
    }

    private RunResult run(PartFiles files, boolean resumed) throws IOException {
        JavaSparkContext context = connection.context();
        String yaml = ScenarioWriter.toYaml(scenario);
        PartRun run = new PartRun(yaml, asked.backend(), asked.noise(), shared, files.parts(), resumed);
        RunResult result;
        try (Advance advance =
                new Advance(context, asked.progress(), scenario.time().steps())) {
            result = result(outcomes(context, new PartTask(run, advance.counts())));
        }
        List<Snapshot> snapshots = joined(result.snapshots(), files);
        files.forget();
        connection.advancedBy(result.backend());
        return result.moved(snapshots);
    }

    /** Through a shuffle: Spark starts a barrier stage again where something comes after it, and gives up on the last one of a job. */
    private static List<byte[]> outcomes(JavaSparkContext context, PartTask task) {
        List<Integer> numbers = IntStream.range(0, task.parts()).boxed().toList();
        return context.parallelize(numbers, task.parts())
                .rdd()
                .barrier()
                .mapPartitions(task, false, ClassTag$.MODULE$.<byte[]>apply(byte[].class))
                .toJavaRDD()
                .repartition(1)
                .collect();
    }

    private RunResult result(List<byte[]> answers) {
        List<PartOutcome> outcomes = answers.stream()
                .map(bytes -> Records.read(bytes, PartOutcome.class, scenario))
                .toList();
        for (PartOutcome outcome : outcomes) {
            outcome.refused().ifPresent(why -> {
                throw new UnavailableException(why);
            });
            outcome.diverged().ifPresent(why -> {
                throw new FailedRun(why, outcome.moments());
            });
        }
        return outcomes.stream()
                .flatMap(outcome -> outcome.result().stream())
                .findFirst()
                .orElseThrow();
    }

    private List<Snapshot> joined(List<Snapshot> taken, PartFiles files) throws IOException {
        List<Snapshot> joined = new ArrayList<>();
        for (Snapshot snapshot : taken) {
            Path file = asked.folder().resolve("checkpoint").resolve(snapshot.name());
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                files.join(snapshot.name(), out);
            }
            joined.add(new Snapshot(snapshot.name(), snapshot.population(), snapshot.t(), file));
        }
        return joined;
    }
}
