package io.github.murmuration.cluster;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.cli.Placement;
import io.github.murmuration.cli.PopulationRun;
import io.github.murmuration.cli.StudySession;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Checkpoint;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import io.github.murmuration.study.Study;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Spark's driver: it reads what was asked for, gives it out, and writes what comes back. */
final class Driver implements Placement {

    private final Connection connection;
    private final Optional<RemoteFolder> folder;

    /** @param folder for outputs, where it is not one of this machine */
    Driver(Connection connection, Optional<RemoteFolder> folder) {
        this.connection = connection;
        this.folder = folder;
    }

    /** One of this machine, whichever executors have. */
    @Override
    public Backend backend(String name, double work) {
        try {
            return Backends.select(name);
        } catch (UnavailableException e) {
            return Backends.select(Backends.AUTO);
        }
    }

    /** @throws ScenarioException it times the machine */
    @Override
    public int study(StudySession session, Study study, Backend backend) throws IOException {
        if (study.timesTheMachine()) {
            throw new ScenarioException(
                    "study", session.request().study() + " times one machine; run it there without the cluster");
        }
        return session.run(
                study,
                backend,
                kept -> new CasesOnCluster(connection, kept, this::copy, session.request(), session.backendWords()));
    }

    /** Copies cases that are kept on this machine to where they are asked for. */
    private void copy() {
        try {
            if (folder.isPresent()) {
                folder.get().keep();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void published() throws IOException {
        if (folder.isPresent()) {
            folder.get().publish();
        }
    }

    @Override
    public String shown(String text) {
        return folder.map(remote -> remote.shown(text)).orElse(text);
    }

    @Override
    public Map<String, String> facts(Backend backend, int threads) {
        Map<String, String> ofExecutors = connection.facts();
        return ofExecutors.isEmpty() ? Placement.super.facts(backend, threads) : ofExecutors;
    }

    /** @throws ScenarioException threads are those of a task */
    @Override
    public int threads(int asked) {
        if (asked != 0) {
            throw new ScenarioException(
                    "--threads", "not an option on a cluster, where a task has spark.task.cpus threads; leave it out");
        }
        return asked;
    }

    /** @throws ScenarioException its agents cannot be cut into parts */
    @Override
    public RunResult run(PopulationRun asked, Simulation here) {
        here.requireParts();
        Checkpoint.forget(asked.folder());
        try {
            return new Population(connection, asked, shared(asked.folder())).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of the first part, where a population was run in parts. */
    @Override
    public Checkpoint checkpoint(Path output) {
        try {
            Optional<PartFiles> kept = kept(output);
            if (kept.isEmpty()) {
                return Placement.super.checkpoint(output);
            }
            Path own = Files.createTempDirectory("murmuration-part-");
            try {
                for (int step : kept.get().steps()) {
                    Optional<Checkpoint> opened = kept.get().open(0, step, own);
                    if (opened.isPresent()) {
                        return opened.get();
                    }
                }
            } finally {
                TemporaryFolder.remove(own);
            }
            throw new ScenarioException(shown(output.toString()), "no step is whole in all parts; start the run again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A population that was run in one process goes on in this one. */
    @Override
    public RunResult resume(PopulationRun asked, Checkpoint checkpoint, Simulation here) {
        try {
            Optional<PartFiles> kept = kept(asked.folder());
            return kept.isEmpty()
                    ? Placement.super.resume(asked, checkpoint, here)
                    : new Population(connection, asked, shared(asked.folder())).resume(kept.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<PartFiles> kept(Path output) throws IOException {
        return PartFiles.kept(shared(output), RemoteFolder.configuration());
    }

    /** An output folder, as all workers see it. */
    private URI shared(Path output) {
        return folder.map(RemoteFolder::address).orElse(output.toAbsolutePath().toUri());
    }
}
