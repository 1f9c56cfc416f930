package io.github.murmuration.arithmetic;

/** Errors in units of the last place of the exact value rounded to float32. */
final class Ulp {

    private Ulp() {}

    /** Infinite where one is NaN and the other is not, or one beyond float32 and the other not. */
    static double between(float computed, double exact) {
        float rounded = (float) exact;
        if (Float.compare(computed, rounded) == 0) {
            return Float.isFinite(computed) ? Math.abs(computed - exact) / Math.ulp(rounded) : 0;
        }
        double error = Math.abs(computed - exact) / Math.ulp(rounded);
        return Float.isFinite(computed) && Float.isFinite(rounded) ? error : Double.POSITIVE_INFINITY;
    }
}
