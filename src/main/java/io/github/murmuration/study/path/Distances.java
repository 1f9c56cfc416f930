package io.github.murmuration.study.path;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.study.Meter;

/** Distances of numbered samples, any of which can be computed without the others. */
interface Distances {

    /** Number of samples. */
    int count();

    /** Pattern evaluations of samples 0, ..., end - 1. */
    double evaluations(int end);

    /**
     * Distances [p][tau][sample] of samples first, ..., end - 1; fewer where a p has not so many.
     *
     * @param threads 0 for one per core
     * @param meter counts pattern evaluations done
     */
    double[][][] run(Backend backend, int threads, int first, int end, Meter meter);
}
