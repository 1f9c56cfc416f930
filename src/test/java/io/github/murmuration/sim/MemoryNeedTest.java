package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.HeapException;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run needs is counted before anything is allocated. */
class MemoryNeedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demand-response   | output.histogram-bins=2147483647 | bins of histograms | output.histogram-bins",
                "demand-response   | output.histogram-bins=2e8 | 600,000,000 bins of histograms | output.histogram-bins",
                "demand-response   | output.paths=1e6 | 1,001,000,000 points of sampled paths | output.paths",
                "demand-response   | time.steps=2147483647 | moments at 2,147,483,648 times | output.moments-every",
                "kuramoto          | time.steps=2147483647 | moments at 2,147,483,648 times | output.moments-every"
            })
    void refusedBeforeAnythingIsAllocated(String name, String changes, String what, String advice) {
        HeapException refusal = assertThrows(HeapException.class, () -> MemoryNeed.checkRun(read(name, changes)));
        assertTrue(refusal.getMessage().contains(what), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(advice), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demand-response     | time.steps=1000",
                "demand-response     | output.paths=20000 time.steps=100",
                "demand-response     | output.histogram-bins=1e7",
                "demand-response-d32 | time.steps=1000",
                "thermostatic-load   | time.steps=1e4",
                "thermostatic-load   | time.steps=2147483647 output.moments-every=2147483647",
                "thermostatic-load   | drift.matrix=9e4 time.steps=5e7 output.moments-every=1e7",
                "demand-response     | time.steps=2147483647 output.moments-every=2147483647",
                "kuramoto            | time.steps=1e4",
                "kuramoto            | time.steps=2147483647 output.moments-every=2147483647"
            })
    void ordinaryRunsFit(String name, String changes) {
        assertDoesNotThrow(() -> MemoryNeed.checkRun(read(name, changes)));
    }

    private static Scenario read(String name, String changes) {
        Map<String, String> overrides = new HashMap<>();
        for (String change : changes.split(" ")) {
            overrides.put(change.split("=")[0], change.split("=")[1]);
        }
        return ScenarioReader.read(name, overrides).scenario();
    }
}
