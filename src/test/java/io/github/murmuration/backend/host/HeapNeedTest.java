package io.github.murmuration.backend.host;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Problem;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeapNeedTest {

    private static final long MIB = 1L << 20;

    private static EnsembleSpec spec(String scenario, long agents) {
        return Problem.of(ScenarioReader.read(scenario).scenario()).ensemble(agents);
    }

    /** Measured with JDK 17: two steps of 1e8 agents fail with -Xmx405m and run with -Xmx415m. */
    @Test
    void whatIsSaidIsWhatIsNeeded() {
        double need = HeapNeed.bytes(spec("mean-field-ou", 100_000_000), 0, 512 * MIB);
        assertEquals(410 * MIB, need, 0.05 * 410 * MIB);
    }

    /** The sums of a batch take 64 MiB at most. */
    @Test
    void aBillionAgentsFitInFiveGigabytes() {
        assertTrue(HeapNeed.bytes(spec("mean-field-ou", 1_000_000_000), 64 * MIB, 5_000_000_000L) < 4.5e9);
    }

    /** The state of a block in 10 dimensions is 650 KiB: it has a region of 1 MiB to itself, and shares one of 8 MiB with eleven others. */
    @Test
    void largeArraysTakeWholeRegions() {
        long bytes = 16 + 4 * 1040 * 16 * 10;
        assertEquals(MIB, HeapNeed.inRegions(bytes, MIB));
        assertEquals(8 * MIB / 12, HeapNeed.inRegions(bytes, 8 * MIB));
        assertEquals(2 * MIB, HeapNeed.inRegions(2 * bytes, MIB));
    }

    /** One after the other, and all of them added up: 3 replicas of a full block and one of a tile; 2000 small ones, 85 to a tile. */
    @Test
    void replicasAreCountedBlockByBlock() {
        EnsembleSpec one = spec("mean-field-ou", 17 * 1024);
        EnsembleSpec three = Problem.of(ScenarioReader.read("mean-field-ou").scenario())
                .ensemble(Tiling.replicas(17 * 1024, 0, 3), 1);
        long rest = HeapNeed.bytes(one, 0, 16384 * MIB)
                - HeapNeed.inRegions(16 + 4 * 1040 * 16, 8 * MIB)
                - HeapNeed.inRegions(16 + 4 * 1040, 8 * MIB);
        assertEquals(3 * (HeapNeed.bytes(one, 0, 16384 * MIB) - rest), HeapNeed.bytes(three, 0, 16384 * MIB) - rest);
        EnsembleSpec small =
                Problem.of(ScenarioReader.read("mean-field-ou").scenario()).ensemble(Tiling.replicas(10, 0, 2000), 1);
        long tiles = 16 + 8;
        assertEquals(
                rest
                        + HeapNeed.inRegions(16 + 4 * 1040 * 16, 8 * MIB)
                        + HeapNeed.inRegions(16 + 4 * 1040 * (tiles - 16), 8 * MIB),
                HeapNeed.bytes(small, 0, 16384 * MIB));
    }

    /** Of a full block: pair means beside the states, a column of what pairs read, and for cells two numbers per agent and one per cell. */
    @Test
    void pairsAreCounted() {
        long alone = HeapNeed.bytes(paired("drift: {x: 0}"), 0, 16384 * MIB);
        long all = HeapNeed.bytes(paired("pairs: {k: other.x - x}\n  drift: {x: k}"), 0, 16384 * MIB);
        String near = "pairs: {k: 1}\n  partners: {within: 1}\n  drift: {x: k}";
        long within = HeapNeed.bytes(paired(near), 0, 16384 * MIB);
        long means = HeapNeed.inRegions(16 + 4 * 1040 * 16, 8 * MIB);
        long column = HeapNeed.inRegions(16 + 4 * 16384, 8 * MIB);
        assertEquals(means + column, all - alone);
        assertEquals(means + 4 * column, within - alone);
    }

    private static EnsembleSpec paired(String dynamics) {
        String yaml = "model: custom\ndynamics:\n  state: [x]\n  horizon: 1\n  " + dynamics
                + "\ninitial: {gaussian: {mean: 0, standard-deviation: 1}}\npopulation: {agents: 16384}\ntime: {steps: 1}\n";
        return Problem.of(ScenarioReader.parse("test", yaml, Path.of(""), Map.of())
                        .scenario())
                .ensemble(16384);
    }

    @Test
    void whatDoesNotFitSaysWhatWouldAndThatFits() {
        EnsembleSpec spec = spec("mean-field-ou", 1_000_000_000);
        UnavailableException refusal =
                assertThrows(UnavailableException.class, () -> HeapNeed.check(spec, 64 * MIB, 2048 * MIB));
        String text = refusal.getMessage();
        assertTrue(text.contains("1,000,000,000 agents (coordinates: 1, guidances: 1) need 4,"), text);
        String most = text.replaceAll(".*at most about ([0-9,]+) fit.*", "$1").replace(",", "");
        assertDoesNotThrow(() -> HeapNeed.check(spec("mean-field-ou", Long.parseLong(most)), 64 * MIB, 2048 * MIB));
    }
}
