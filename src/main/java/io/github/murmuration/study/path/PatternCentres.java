package io.github.murmuration.study.path;

/**
 * States as the pattern evaluator sees them: weights exp(h.y - a |y|^2/2) are proportional to exp(-a |y - c|^2/2) with c = h/a. At
 * step 0, where a = h = 0 and all patterns weigh the same, c = 0 with an a too small to tell patterns apart.
 */
final class PatternCentres {

    /** Times any squared distance below 1e22 it is less than float32 can see in an exponent. */
    private static final float NO_PRECISION = 1e-30f;

    private float[] centres = new float[0];
    private double[] h = new double[0];
    private float precision;

    /** Sets out from the states of step k. */
    void of(BackwardConstruction construction, int k, double[] x) {
        if (centres.length != x.length) {
            centres = new float[x.length];
            h = new double[x.length];
        }
        double a = construction.clock().precision(k);
        construction.tilt(k, x, h);
        for (int i = 0; i < x.length; i++) {
            centres[i] = k == 0 ? 0f : (float) (h[i] / a);
        }
        precision = k == 0 ? NO_PRECISION : (float) a;
    }

    float precision() {
        return precision;
    }

    float[] centres() {
        return centres;
    }
}
