package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;

/** Where commands compute what they are asked for: on this machine, where nothing else is said. */
public interface Placement {

    /** This machine. */
    Placement HERE = new Placement() {};

    /**
     * The backend of the populations.
     * @param name as {@link Backends#select} takes it
     */
    default Backend backend(String name) {
        return Backends.select(name);
    }

    /**
     * The backend of a study of patterns.
     * @param name as {@link Backends#selectForPatterns} takes it
     */
    default Backend backendForPatterns(String name) {
        return Backends.selectForPatterns(name);
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
}
