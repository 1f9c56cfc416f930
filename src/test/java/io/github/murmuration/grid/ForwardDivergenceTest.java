package io.github.murmuration.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * N(0, 1) moves without noise towards KL(N(2, 1/4) | rho): paths are straight and one step is exact, so that this is the monotone map. Its values come
 * from minimisations outside of this program; the best Gaussian costs 1.29982.
 */
@Tag("analytic")
class ForwardDivergenceTest {
    private static final PotentialGame GAME =
            PotentialGame.transport(PotentialGameTest.START, 1, 0, Divergence.forward(PotentialGameTest.TARGET));

    @Test
    void costIsWithinAThousandthAndNothingIsGainedBetweenCells() {
        Solution coarse = Solution.of(GAME, 350, 1);
        double fine = coarse.refined().costs().total();
        assertTrue(coarse.costs().total() > 0.994 && fine > 0.994, "masses of cells are exact");
        assertEquals(0.9952, fine, 1e-3);
    }

    @Test
    @Tag("slow")
    void costPartsAndMomentsAreTheKnownOnes() {
        Solution solution = Solution.of(GAME, 350, 1).refined().refined().refined();
        assertEquals(0.9952, solution.costs().total(), 5e-5);
        assertEquals(0.391, solution.costs().control(), 1e-3);
        assertEquals(0.604, solution.costs().terminal(), 1e-3);
        assertEquals(0.672, solution.law(1).mean(), 1e-3);
        assertEquals(2.128, solution.law(1).variance(), 2e-3);
    }

    @Test
    void severalStepsFindStraightPaths() {
        double one = Solution.of(GAME, 175, 1).costs().total();
        assertEquals(one, Solution.of(GAME, 175, 4).costs().total(), 1e-9);
    }
}
