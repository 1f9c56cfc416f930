package io.github.murmuration.cluster;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.cli.Placement;
import io.github.murmuration.cli.PopulationRun;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Spark's driver: it reads what was asked for, gives it out, and writes what comes back. */
final class Driver implements Placement {

    private final Connection connection;

    Driver(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Backend backend(String name) {
        return Backends.select(Backends.AUTO);
    }

    @Override
    public Backend backendForPatterns(String name) {
        return Backends.selectForPatterns(Backends.AUTO);
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

    @Override
    public RunResult run(PopulationRun asked, Simulation here) {
        try {
            return new Population(connection, asked).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
