package io.github.murmuration.study.path;

import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.ensemble.PatternTable;

/**
 * Backward paths towards a pattern drawn anew in every step, y = y_mu with probability w_mu, by the tower of partial sums and one
 * stored uniform per step. Law: exact for any dtau; each path ends on a pattern, each pattern with the same probability.
 */
public final class BackwardExact extends BackwardConstruction {

    private final PatternTable patterns;
    private final PatternEvaluator evaluator;
    private final PatternCentres centres = new PatternCentres();

    public BackwardExact(BackwardClock clock, double[] start, PatternTable patterns, PatternEvaluator evaluator) {
        super(clock, start);
        this.patterns = patterns;
        this.evaluator = evaluator;
    }

    @Override
    public String name() {
        return "backward, exact";
    }

    @Override
    void targets(int k, double[] x, PathNoise noise, double[] y) {
        float[] uniforms = new float[noise.paths()];
        int[] chosen = new int[noise.paths()];
        centres.of(this, k, x);
        noise.uniforms(k, uniforms);
        evaluator.draws(patterns, centres.precision(), centres.centres(), uniforms, noise.paths(), chosen);
        int d = patterns.dimension();
        for (int i = 0; i < y.length; i++) {
            y[i] = patterns.get(chosen[i / d], i % d);
        }
    }
}
