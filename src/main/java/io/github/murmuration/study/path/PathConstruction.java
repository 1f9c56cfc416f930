package io.github.murmuration.study.path;

import io.github.murmuration.ensemble.BackwardPaths;

/** A way to build paths between p patterns at tau = 0 and the side of the reference at tau = B, in double precision. */
interface PathConstruction {

    /** Name on the command line and in tables. */
    String name();

    /**
     * Builds paths, whichever way time runs.
     * @return states [observed][n d], where step k is the time tau_k of the backward clock
     */
    double[][] states(BackwardPaths paths);

    /** What they are between, which has the law that they should have. */
    Interpolation between();
}
