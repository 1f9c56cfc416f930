package io.github.murmuration.cluster;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Part;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.backend.peers.Peers;
import io.github.murmuration.backend.peers.StoppedException;
import io.github.murmuration.scenario.HeapException;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Checkpoint;
import io.github.murmuration.sim.FailedRun;
import io.github.murmuration.sim.MemoryNeed;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.LongAccumulator;
import scala.collection.Iterator;
import scala.collection.Iterator$;
import scala.runtime.AbstractFunction1;

/**
 * One part of a population, as a task of a barrier stage: the simulation of that part, joined to those of the other tasks. It goes on
 * from the last step of which all parts have kept their checkpoint, where there is one.
 */
final class PartTask extends AbstractFunction1<Iterator<Integer>, Iterator<byte[]>> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PartRun run;
    private final Advance.Counts counts;

    PartTask(PartRun run, Advance.Counts counts) {
        this.run = run;
        this.counts = counts;
    }

    /** As many as there are tasks. */
    int parts() {
        return run.parts();
    }

    /** @return one PartOutcome */
    @Override
    public Iterator<byte[]> apply(Iterator<Integer> own) {
        BarrierTaskContext context = BarrierTaskContext.get();
        try (Peers peers = Meeting.join(context)) {
            return Iterator$.MODULE$.single(Records.bytes(outcome(context.partitionId(), peers)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What would fail again is said, to the other tasks too; what may not is thrown, so that Spark starts all tasks again. */
    private PartOutcome outcome(int part, Peers peers) throws IOException {
        try {
            RunResult result = simulate(part, peers);
            return PartOutcome.of(part == 0 ? Optional.of(result) : Optional.empty());
        } catch (FailedRun e) {
            return PartOutcome.diverged(e.getMessage(), e.moments());
        } catch (StoppedException e) {
            return PartOutcome.refused(e.getMessage());
        } catch (ScenarioException | UnavailableException | HeapException | OutOfMemoryError e) {
            String why = "worker " + part + ": " + e.getMessage();
            peers.stop(why);
            return PartOutcome.refused(why);
        }
    }

    private RunResult simulate(int part, Peers peers) throws IOException {
        Scenario scenario = ScenarioReader.parse("scenario", run.scenario(), Path.of(""), Map.of())
                .scenario();
        MemoryNeed.checkRun(scenario);
        PartFiles kept = new PartFiles(
                run.output(),
                run.parts(),
                SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf()));
        Path own = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "part-");
        try {
            RunResult result = simulate(Problem.of(scenario), part, peers, kept, own);
            kept.keepRows(part, own);
            return result;
        } finally {
            TemporaryFolder.remove(own);
        }
    }

    private RunResult simulate(Problem problem, int part, Peers peers, PartFiles kept, Path own) throws IOException {
        Progress progress = new Progress() {
            @Override
            public void advanced(int done, int total) {
                count(part, counts.taken(), done);
            }

            @Override
            public void saved(int step) {
                kept.keep(part, step, own);
                count(part, counts.saved(), step);
            }
        };
        Simulation simulation = new Simulation(
                        problem, backend(), run.noise(), TaskContext.get().cpus(), progress, own)
                .of(Part.of(part, run.parts(), problem.scenario().population().agents(), peers));
        Optional<Checkpoint> last = last(part, peers, kept, own);
        if (last.isEmpty() && run.resumed()) {
            throw new ScenarioException("checkpoint", "no step is whole in all parts; start the run again");
        }
        if (last.isEmpty()) {
            return simulation.run();
        }
        try (Checkpoint checkpoint = last.get()) {
            return simulation.resume(checkpoint);
        }
    }

    /** The last checkpoint that is whole in all parts, of the steps that the first part knows of; empty where there is none. */
    private static Optional<Checkpoint> last(int part, Peers peers, PartFiles kept, Path own) throws IOException {
        List<Integer> known = part == 0 ? kept.steps() : List.of();
        double[] steps = known.stream().mapToDouble(Integer::doubleValue).toArray();
        for (double step : peers.gather(steps)[0]) {
            Optional<Checkpoint> opened = kept.open(part, (int) step, own);
            double[][] whole = peers.gather(new double[] {opened.isPresent() ? 1 : 0});
            if (Arrays.stream(whole).allMatch(each -> each[0] == 1)) {
                return opened;
            }
            opened.ifPresent(Checkpoint::close);
        }
        return Optional.empty();
    }

    private static void count(int part, LongAccumulator counted, int step) {
        if (part == 0) {
            counted.add(step - counted.sum());
        }
    }

    /** That of the device that Spark has given to the task. */
    private Backend backend() {
        Graphics.ofTask(TaskContext.get());
        Backend chosen = Backends.select(run.backend());
        Vectors.require(chosen.name(), run.backend());
        return chosen;
    }
}
