package io.github.murmuration.study.path;

import static io.github.murmuration.study.path.Targets.CLOCK;
import static io.github.murmuration.study.path.Targets.CPU;
import static io.github.murmuration.study.path.Targets.START;
import static io.github.murmuration.study.path.Targets.gaussian;
import static io.github.murmuration.study.path.Targets.meter;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.ensemble.BackwardClock;
import io.github.murmuration.study.LineFit;
import io.github.murmuration.study.Quantile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DistanceSweepTest {

    private static final double[] TIMES = {5, 1, 0.3, 0};

    /** Medians measured in double precision with fresh patterns and noise, |x_100 - x_inf| at tau = 5, 1, 0.3, 0. */
    private static final double[] MEDIANS = {0.2102, 0.4501, 0.5139, 0.5615};

    /** And |x_1000 - x_inf|. */
    private static final double[] MEDIANS_1000 = {0.0664, 0.1424, 0.1633, 0.1781};

    /** 0.1 B and 0.03 B are at steps 14.4 and 15.5 of 16: rows say where the distance was taken, each once. */
    @Test
    void timesAreThoseOfTheClock() {
        double[] shares = {3.5, 0.7, 0.21};
        assertArrayEquals(new double[] {3.5, 0.875, 0.4375, 0}, new BackwardClock(7, 16).before(shares));
        assertArrayEquals(new double[] {3.5, 1.75, 0}, new BackwardClock(7, 4).before(shares));
        assertArrayEquals(new double[] {3.5, 0.7, 0.21, 0}, new BackwardClock(7, 100).before(shares), 1e-12);
    }

    /** 2 % and 3 standard errors (0.6 % each at 40000 samples); false alarm below 1 in 1e6 beyond the reference's own error. */
    @Test
    @Tag("statistical")
    void theReferenceMediansForAHundredPatterns() {
        check(100, 40_000, MEDIANS, 0.02 + 3 * 0.006);
    }

    /** Within 2 %, 3.4 standard errors and more at 100000 and 60000 samples: false alarm 1 in 200 over 8 medians. */
    @Test
    @Tag("slow")
    @Tag("statistical")
    void theReferenceMediansWithinTwoPercent() {
        check(100, 100_000, MEDIANS, 0.02);
        check(1000, 60_000, MEDIANS_1000, 0.02);
    }

    /** Slope -1/2 within 4 of its standard errors of 0.004: false alarm 1 in 16000. */
    @Test
    @Tag("order")
    void mediansFallWithTheRootOfTheNumberOfPatterns() {
        int[] patterns = {100, 316, 1000, 3162};
        int[] samples = {20_000, 10_000, 5_000, 1_600};
        LineFit fit = slope(patterns, samples);
        assertEquals(-0.5, fit.slope(), 4 * fit.error());
    }

    /** p = 100 to 1e5: -0.500 within 0.003 and two standard errors of about 0.002. */
    @Test
    @Tag("slow")
    @Tag("order")
    void theSlopeOverThreeDecades() {
        LineFit fit = slope(
                new int[] {100, 316, 1000, 3162, 10_000, 100_000},
                new int[] {60_000, 60_000, 60_000, 30_000, 10_000, 700});
        assertEquals(-0.5, fit.slope(), 0.003 + 2 * fit.error());
    }

    @Test
    @Tag("parity")
    void theSameDistancesOnEveryBackendAndAnyNumberOfThreads() {
        DistanceSweep sweep = new DistanceSweep(
                new BackwardClock(10, 10), START, gaussian(1), 3, new int[] {10, 50}, new int[] {40, 20}, TIMES);
        double[][][] expected = sweep.run(Backends.select("cpu-scalar"), 1, 0, 40, meter());
        for (int threads = 1; threads <= 3; threads++) {
            double[][][] found = sweep.run(CPU, threads, 0, 40, meter());
            for (int i = 0; i < 2; i++) {
                assertArrayEquals(expected[i], found[i]);
            }
        }
    }

    private static void check(int p, int samples, double[] medians, double tolerance) {
        DistanceSweep sweep =
                new DistanceSweep(CLOCK, START, gaussian(1), 17, new int[] {p}, new int[] {samples}, TIMES);
        double[][][] distances = sweep.run(CPU, 0, 0, samples, meter());
        for (int t = 0; t < TIMES.length; t++) {
            double median = Quantile.median(distances[0][t]).value();
            assertEquals(medians[t], median, tolerance * medians[t], "p " + p + ", tau " + TIMES[t]);
        }
    }

    private static LineFit slope(int[] patterns, int[] samples) {
        double[][][] distances = new DistanceSweep(CLOCK, START, gaussian(1), 23, patterns, samples, new double[] {0.3})
                .run(CPU, 0, 0, samples[0], meter());
        double[] x = new double[patterns.length];
        double[] y = new double[patterns.length];
        double[] errors = new double[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            Quantile median = Quantile.median(distances[i][0]);
            x[i] = Math.log(patterns[i]);
            y[i] = Math.log(median.value());
            errors[i] = median.logError();
        }
        return LineFit.of(x, y, errors);
    }
}
