package io.github.murmuration.study.path;

import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.ensemble.PatternTable;

/** Backward paths towards the weighted mean of the patterns, y = sum w_mu y_mu: their exact law as dtau -> 0, of first order in dtau. */
public final class BackwardSmallStep extends BackwardConstruction {

    private final PatternTable patterns;
    private final PatternEvaluator evaluator;
    private final PatternCentres centres = new PatternCentres();
    private float[] means = new float[0];

    public BackwardSmallStep(BackwardClock clock, double[] start, PatternTable patterns, PatternEvaluator evaluator) {
        super(clock, start);
        this.patterns = patterns;
        this.evaluator = evaluator;
    }

    @Override
    public String name() {
        return "backward, small step";
    }

    @Override
    void targets(int k, double[] x, PathNoise noise, double[] y) {
        centres.of(this, k, x);
        means = means.length == x.length ? means : new float[x.length];
        evaluator.means(patterns, centres.precision(), centres.centres(), noise.paths(), means);
        for (int i = 0; i < y.length; i++) {
            y[i] = means[i];
        }
    }
}
