package io.github.murmuration.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.crew.Crew;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("statistical")
class SimultaneousBandTest {

    private static final int POINTS = 8;

    /** At one point it is Student's interval; the quantile of 1000 draws has a standard error of 2.5 %: 4 of them, once in 16000. */
    @Test
    void isStudentsAtOnePoint() {
        SimultaneousBand band = SimultaneousBand.of(walks(8, 1, new SplittableRandom(3)), 0, 1, Crew.of(1));
        double student = new TDistribution(7).inverseCumulativeProbability(0.975);
        assertEquals(student, band.critical(), 0.1 * student);
    }

    /**
     * Random walks, 200 bands: as many contain the truth as should, but for the 4 standard errors of 1.5 % that leave 6e-5, and for what
     * it costs to take the correlation from 10 replicas.
     */
    @Test
    void coversAllPointsAtOnce() {
        SplittableRandom random = new SplittableRandom(11);
        int contained = 0;
        for (int i = 0; i < 200; i++) {
            SimultaneousBand band = SimultaneousBand.of(walks(10, POINTS, random), 0, i, Crew.of(1));
            contained += band.contains(new double[POINTS]) ? 1 : 0;
        }
        double share = contained / 200.0;
        assertTrue(share > 0.88 && share < 1, "covered " + share);
    }

    private static double[][] walks(int replicas, int points, SplittableRandom random) {
        double[][] walks = new double[replicas][points];
        for (double[] walk : walks) {
            double at = 0;
            for (int i = 0; i < points; i++) {
                at += random.nextGaussian();
                walk[i] = at;
            }
        }
        return walks;
    }
}
