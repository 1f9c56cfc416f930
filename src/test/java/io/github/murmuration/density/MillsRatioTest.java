package io.github.murmuration.density;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class MillsRatioTest {

    /** Q(z)/phi(z) = sqrt(pi/2) exp(z^2/2) erfc(z/sqrt(2)), on both sides of the change of formula at 2.5. */
    @Test
    void itIsThatOfTheErrorFunction() {
        for (double z = 0; z < 15; z += 0.37) {
            double expected = Math.sqrt(Math.PI / 2) * Math.exp(z * z / 2) * Erf.erfc(z / Math.sqrt(2));
            assertEquals(1, MillsRatio.of(z) / expected, 1e-11, "z = " + z);
        }
    }

    /** 1/z - 1/z^3 + 3/z^5 - 15/z^7 far out, where the terms left out are below 105/z^8 of it. */
    @Test
    void itDoesNotUnderflow() {
        double z = 100;
        double expected = 1 / z - 1 / Math.pow(z, 3) + 3 / Math.pow(z, 5) - 15 / Math.pow(z, 7);
        assertEquals(1, MillsRatio.of(z) / expected, 1e-13);
    }
}
