package io.github.murmuration.cli;

import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Progress;
import java.nio.file.Path;

/**
 * A request to simulate one population.
 *
 * @param backend as it was named, {@code auto} among others
 * @param folder of the outputs
 * @param progress that is shown
 */
public record PopulationRun(Scenario scenario, String backend, NoiseSource noise, Path folder, Progress progress) {}
