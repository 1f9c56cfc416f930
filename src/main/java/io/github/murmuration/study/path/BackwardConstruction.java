package io.github.murmuration.study.path;

import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PathPatterns;

/**
 * Backward from one point x_B: {@link BackwardPaths}.
 *
 * @param between the patterns and x_B
 */
record BackwardConstruction(String name, Endpoint endpoint, Interpolation between, PatternEvaluator evaluator)
        implements PathConstruction {

    @Override
    public double[][] states(BackwardPaths paths) {
        int[] all = {between.patterns().count()};
        return evaluator.paths(paths, endpoint, new PathPatterns.Listed(between.patterns(), all));
    }
}
