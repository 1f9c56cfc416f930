package io.github.murmuration.cluster;

import io.github.murmuration.backend.NoiseSource;
import java.io.Serializable;
import java.net.URI;

/**
 * What the tasks of a population are asked for.
 *
 * @param scenario as YAML, with all data
 * @param backend as Backends.select takes it
 * @param output folder of the run
 * @param parts into which the population is cut
 * @param resumed whether it goes on from checkpoints of a run that was stopped, and never starts again
 */
record PartRun(String scenario, String backend, NoiseSource noise, URI output, int parts, boolean resumed)
        implements Serializable {}
