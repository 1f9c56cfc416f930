package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.sim.Checkpoint;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import io.github.murmuration.study.CasesHere;
import io.github.murmuration.study.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where commands compute: on this machine, unless another placement is given. */
public interface Placement {

    /** This machine. */
    Placement HERE = new Placement() {};

    /**
     * The backend of the populations.
     * @param name, work as {@link Backends#select(String, double)} takes them
     */
    default Backend backend(String name, double work) {
        return Backends.select(name, work);
    }

    /**
     * Worker threads, 0 for one per core.
     * @param asked the same, as given on the command line
     */
    default int threads(int asked) {
        return asked;
    }

    /**
     * Runs a population from the start.
     * @param here what does it on this machine
     */
    default RunResult run(PopulationRun asked, Simulation here) {
        return here.run();
    }

    /**
     * What a population that was stopped goes on from.
     * @param folder of its outputs
     * @throws io.github.murmuration.scenario.ScenarioException there is no whole checkpoint
     */
    default Checkpoint checkpoint(Path folder) {
        return Checkpoint.open(folder);
    }

    /**
     * Goes on with a population.
     *
     * @param checkpoint of this placement
     * @param here what does it on this machine
     */
    default RunResult resume(PopulationRun asked, Checkpoint checkpoint, Simulation here) {
        return here.resume(checkpoint);
    }

    /**
     * Does a study.
     *
     * @param backend of the machine
     * @return exit status
     */
    default int study(StudySession session, Study study, Backend backend) throws IOException {
        return session.run(study, backend, CasesHere::new);
    }

    /** The outputs of a command are whole in their folder. */
    default void published() throws IOException {}

    /** What is printed in place of a text that names files of this machine. */
    default String shown(String text) {
        return text;
    }

    /**
     * What reports say of the machine that computed, by name.
     *
     * @param threads as of {@link #threads}
     */
    default Map<String, String> facts(Backend backend, int threads) {
        int used = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("backend", backend.name() + ", " + backend.availability().detail());
        facts.put("threads", Integer.toString(used));
        return facts;
    }
}
