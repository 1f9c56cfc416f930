package io.github.murmuration.cli;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever comes into the program, it is done or refused in one line: no trace, no hang, no status but 0, 2, 3, 4 and 130. The
 * number of inputs of each kind is fuzz.tries in pom.xml; the profile fuzz tries a million in all, and -Dfuzz.seed=2 others.
 */
class FuzzTest {

    /** The default build always tries the same inputs. */
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    /** One scenario in so many is simulated and reported as well, which takes a hundred times as long, and ten are of clouds. */
    private static final int RUNS = 100;

    @Property(seed = "1", shrinking = ShrinkingMode.OFF)
    void scenarios(@ForAll("seeds") long seed) {
        int kind = new SplittableRandom(seed).nextInt(RUNS);
        FuzzTarget ofAgents = kind == 0 ? FuzzTarget.RUN : FuzzTarget.SCENARIO;
        check(kind > 10 || kind == 0 ? ofAgents : FuzzTarget.CLOUDS, true, seed);
    }

    @Property(seed = "2", shrinking = ShrinkingMode.OFF)
    void npy(@ForAll("seeds") long seed) {
        check(FuzzTarget.NPY, false, seed);
    }

    @Property(seed = "3", shrinking = ShrinkingMode.OFF)
    void csv(@ForAll("seeds") long seed) {
        check(FuzzTarget.CSV, true, seed);
    }

    @Property(seed = "4", shrinking = ShrinkingMode.OFF)
    void points(@ForAll("seeds") long seed) {
        check(FuzzTarget.POINTS, true, seed);
    }

    @Property(seed = "5", shrinking = ShrinkingMode.OFF)
    void checkpoints(@ForAll("seeds") long seed) {
        check(FuzzTarget.CHECKPOINT, false, seed);
    }

    @Property(seed = "6", shrinking = ShrinkingMode.OFF)
    void studies(@ForAll("seeds") long seed) {
        check(FuzzTarget.STUDY, true, seed);
    }

    @Property(seed = "7", shrinking = ShrinkingMode.OFF)
    void arguments(@ForAll("seeds") long seed) {
        check(FuzzTarget.ARGUMENTS, true, seed);
    }

    /** Seeds of inputs; an input is worked out from its seed, so nothing is left to shrink. */
    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue((Random random) -> random.nextLong() + SEED);
    }

    private static void check(FuzzTarget target, boolean text, long seed) {
        List<byte[]> valid = VALID.get(target.ordinal());
        Fuzzed.check(target, Damage.of(valid, text, new SplittableRandom(seed)));
    }

    private static final List<List<byte[]>> VALID =
            List.of(FuzzTarget.values()).stream().map(FuzzTarget::valid).toList();
}
