package io.github.murmuration.study.path;

import static io.github.murmuration.study.path.Targets.CPU;
import static io.github.murmuration.study.path.Targets.gaussian;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.ensemble.BackwardClock;
import io.github.murmuration.ensemble.PatternSampler;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.study.Quantile;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sizes that the study promises: a million paths, a million patterns. */
@Tag("slow")
class PatternScaleTest {

    private static final int MILLION = 1_000_000;

    /** A million paths run in blocks; the first thousand are those of a run of a thousand. */
    @Test
    @Tag("parity")
    void aMillionPaths() {
        PatternTable list = new PatternSampler(gaussian(1), 1).draw(0, 64);
        double[][][] many = sweep(list, MILLION);
        double[][][] few = sweep(list, 1000);
        for (int t = 0; t < 2; t++) {
            assertArrayEquals(few[0][t], Arrays.copyOf(many[0][t], 1000));
            assertEquals(MILLION, many[0][t].length);
        }
    }

    /** sqrt(p) times the median at tau = 0.3 is 5.16 for large p; of 40 samples the median is known to 20 %: 3 standard errors 60 %. */
    @Test
    @Tag("statistical")
    void aMillionPatterns() {
        double[][][] found = new DistanceSweep(
                        Targets.CLOCK,
                        Targets.START,
                        gaussian(1),
                        3,
                        new int[] {MILLION},
                        new int[] {40},
                        new double[] {0.3})
                .run(CPU, 0, 0, 40, Targets.meter());
        assertEquals(5.16e-3, Quantile.median(found[0][0]).value(), 0.6 * 5.16e-3);
    }

    /** The widest table that is promised: 64 coordinates of a million patterns, 260 MB. Beside one centre its own pattern decides. */
    @Test
    @Tag("analytic")
    void aMillionPatternsInSixtyFourDimensions() {
        PatternTable table = new PatternSampler(gaussian(64), 1).draw(0, MILLION);
        float[] centre = new float[64];
        PatternEvaluator.SoftMax found = PatternEvaluator.SoftMax.allocate(1, 64);
        for (int j = 0; j < 64; j++) {
            centre[j] = table.get(MILLION - 7, j);
        }
        try (PatternEvaluator evaluator = CPU.patterns(0)) {
            evaluator.softMax(table, 100f, centre, 1, found);
        }
        assertArrayEquals(centre, found.means(), 1e-6f);
        assertTrue(table.tiles() > 900);
    }

    private static double[][][] sweep(PatternTable list, int paths) {
        return new PatternListSweep(
                        new BackwardClock(10, 4), Targets.START, list, 7, new int[] {32}, paths, new double[] {5, 0})
                .run(CPU, 0, 0, paths, Targets.meter());
    }
}
