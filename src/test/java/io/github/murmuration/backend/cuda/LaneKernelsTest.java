package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.sim.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which populations are advanced by lanes that share agents. */
@Tag("parity")
class LaneKernelsTest {

    private static final int AGENTS = 100_000;

    @ParameterizedTest
    @CsvSource({
        "3, 2, false, lanes_diagonal",
        "8, 2, false, advance_any_diagonal",
        "8, 2, true, lanes_full",
        "9, 2, false, lanes_diagonal",
        "64, 19, false, lanes_diagonal",
        "64, 20, false, advance_any_diagonal",
        "64, 3, true, lanes_full",
        "64, 4, true, advance_any_rotated",
        "65, 1, false, advance_any_diagonal"
    })
    void bridges(int d, int components, boolean full, String kernel) {
        Scenario scenario = TestScenarios.mixtures(d, components, full, AGENTS, 3, Scheme.EULER_MARUYAMA);
        assertEquals(kernel, KernelSet.of(Problem.of(scenario).ensemble(AGENTS)).any());
    }

    @ParameterizedTest
    @CsvSource({"4, affine_any", "5, lanes_affine", "17, lanes_affine"})
    void affineSteps(int d, String kernel) {
        Scenario scenario = TestScenarios.linear(d, AGENTS, 3);
        assertEquals(kernel, KernelSet.of(Problem.of(scenario).ensemble(AGENTS)).any());
    }

    @Test
    void notTheSchemeExactNorNoiseOfCurandNorReplicasThatShareTiles() {
        EnsembleSpec lanes = spec(Scheme.EULER_MARUYAMA, Tiling.alone(100));
        assertEquals("lanes_diagonal", KernelSet.of(lanes).any());
        assertEquals(
                "advance_any_diagonal_stored",
                KernelSet.of(lanes.with(NoiseSource.CURAND)).any());
        assertEquals(
                "advance_any_diagonal_exact",
                KernelSet.of(spec(Scheme.EXACT, Tiling.alone(100))).any());
        assertEquals(
                "advance_any_diagonal",
                KernelSet.of(spec(Scheme.EULER_MARUYAMA, Tiling.replicas(100, 0, 3)))
                        .any());
    }

    /** 64 steps of 3 sums of 32 coordinates from 4 passes, and a number of 8 bytes each: 25 vectors, where vectors of agents would be 128. */
    @Test
    void blocksKeepSumsOfPassesAlone() {
        EnsembleSpec spec = Problem.of(TestScenarios.mixtures(32, 1, false, AGENTS, 3, Scheme.EULER_MARUYAMA))
                .ensemble(AGENTS);
        assertEquals(25, KernelSet.of(spec).blockVectors(spec));
        assertEquals(128, KernelSet.of(spec.with(NoiseSource.CURAND)).blockVectors(spec));
        assertTrue(KernelSet.of(spec).mostSteps() <= 64);
    }

    private static EnsembleSpec spec(Scheme scheme, Tiling tiling) {
        return Problem.of(TestScenarios.mixtures(9, 2, false, 100, 3, scheme)).ensemble(tiling, 1);
    }
}
