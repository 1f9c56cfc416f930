package io.github.murmuration.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("analytic")
class LineFitTest {

    /** Through two points the intercept is 2 y1 - y2 at x = 1, 2, so its variance is 4 e1^2 + e2^2; the slope is y2 - y1. */
    @Test
    void errorsOfAnExtrapolationFromTwoPoints() {
        LineFit fit = LineFit.of(new double[] {1, 2}, new double[] {5, 7}, new double[] {0.3, 0.4});
        assertEquals(3, fit.intercept(), 1e-12);
        assertEquals(2, fit.slope(), 1e-12);
        assertEquals(0.5, fit.error(), 1e-12);
        assertEquals(Math.sqrt(4 * 0.09 + 0.16), fit.interceptError(), 1e-12);
    }
}
