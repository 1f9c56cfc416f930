package io.github.murmuration.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** What becomes of a place outside. */
class BoundaryTest {

    @Test
    void ringsAreGoneRoundAsOftenAsNeeded() {
        Boundary ring = Boundary.periodic(-1, 3);
        assertEquals(2, ring.inside(-2));
        assertEquals(0.5, ring.inside(8.5));
        assertEquals(-1, ring.inside(3));
        assertEquals(-1, ring.inside(Math.nextDown(-1.0)), 1e-15);
    }

    @Test
    void mirrorsTurnOnceAndThenStop() {
        Boundary mirrors = Boundary.reflecting(0, 1);
        assertEquals(0.25, mirrors.inside(-0.25));
        assertEquals(0.75, mirrors.inside(1.25));
        assertEquals(1, mirrors.inside(-7));
        assertEquals(7, Boundary.reflecting(0, Double.POSITIVE_INFINITY).inside(-7));
        assertEquals(-7, Boundary.NONE.inside(-7));
    }

    @Test
    void intervalsHaveALength() {
        assertThrows(IllegalArgumentException.class, () -> Boundary.reflecting(1, 1));
        assertThrows(IllegalArgumentException.class, () -> Boundary.reflecting(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> Boundary.periodic(0, Double.POSITIVE_INFINITY));
    }
}
