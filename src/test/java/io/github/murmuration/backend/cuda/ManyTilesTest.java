package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.RandomTapes;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.sim.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** More than 256 tiles: totals take a second pass, and sums need not fit in one batch. */
@Tag("parity")
class ManyTilesTest {

    private static final long AGENTS = 300_001;
    private static final long TEN_BILLION = 10_000_000_000L;
    private static final int STEPS = 3;

    /** Tables of laws. */
    private static final double SMALL_TABLES = 1024;

    /** In the last two the passes stand between a step and what its means do to the next. */
    static Stream<Scenario> scenarios() {
        return Stream.of(
                TestScenarios.demandResponse(1, AGENTS, 8, Scheme.POSTERIOR_MEAN),
                TestScenarios.interacting(AGENTS, STEPS).get(0),
                TestScenarios.interacting(AGENTS, STEPS).get(2));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void totalsOverManyTilesAreThoseOfTheReference(Scenario scenario) {
        assumeTrue(Installation.found().usable(), Installation.found().problem());
        Problem problem = Problem.of(scenario);
        EnsembleSpec spec = problem.ensemble(AGENTS);
        assertArrayEquals(sums(problem, spec, Backends.select("cpu-scalar")), sums(problem, spec, new CudaBackend()));
    }

    /** Sums of more replicas than one thread puts in order, in more than one piece. */
    @Test
    void sumsOfManyReplicasAreThoseOfTheReference() {
        assumeTrue(Installation.found().usable(), Installation.found().problem());
        Problem problem = Problem.of(TestScenarios.interacting(2, STEPS).get(0));
        EnsembleSpec spec = problem.ensemble(Tiling.replicas(2, 0, 100_000), 1);
        assertTrue(STEPS * spec.sums().size() * 100_000L * Double.BYTES > TotalsReader.MOST_BYTES, "more than a piece");
        assertArrayEquals(sums(problem, spec, Backends.select("cpu-scalar")), sums(problem, spec, new CudaBackend()));
    }

    /** What is refused for want of memory is what allocation would take. */
    @ParameterizedTest
    @CsvSource({"100000, 1", "1000, 3", "10, 600"})
    void theMemoryPlanCountsEveryArray(long agents, int replicas) {
        assumeTrue(
                Installation.found().usable() && Installation.found().device().emulated(), "others allocate in pages");
        Tiling tiling = Tiling.replicas(agents, 0, replicas);
        List<EnsembleSpec> specs = new ArrayList<>();
        for (Scenario scenario : List.of(
                TestScenarios.demandResponse(2, agents, 8, Scheme.EULER_MARUYAMA),
                TestScenarios.mixtures(9, 2, false, agents, STEPS, Scheme.EULER_MARUYAMA),
                TestScenarios.empirical(3, agents, STEPS, Scheme.EXACT),
                TestScenarios.empiricalLinear(2, agents, STEPS),
                TestScenarios.interacting(agents, STEPS).get(2))) {
            specs.add(Problem.of(scenario).ensemble(tiling, 1));
        }
        specs.add(RandomTapes.spec(1, 2, 2, 40, true, tiling, 1));
        specs.add(RandomTapes.spec(6, 5, 1, 110, false, tiling, 2));
        for (EnsembleSpec spec : specs) {
            for (NoiseSource noise : NoiseSource.values()) {
                MemoryPlan plan = MemoryPlan.of(spec.with(noise), tiling, 2, LaunchShape.WHOLE);
                try (Context context = new Context(Installation.found())) {
                    long before = context.free();
                    try (DeviceArrays arrays = new DeviceArrays(plan)) {
                        long taken = before - context.free();
                        assertEquals(plan.bytes(), taken, SMALL_TABLES, arrays.toString());
                    }
                }
            }
        }
    }

    /** 4 bytes per coordinate, energy and kept start, 1 per kept label; sums, tables and scratch take a fifteenth and 2 GiB at most. */
    @ParameterizedTest
    @MethodSource("footprints")
    void tenBillionAgentsTakeAFewBytesEach(Scenario scenario, int bytesPerAgent) {
        EnsembleSpec spec = Problem.of(scenario).ensemble(TEN_BILLION);
        MemoryPlan plan = MemoryPlan.of(spec, spec.tiling(), 132, LaunchShape.WHOLE);
        long agents = bytesPerAgent * TEN_BILLION;
        assertTrue(plan.bytes() >= agents, () -> "planned " + plan.bytes());
        assertTrue(plan.bytes() <= agents / 15 * 16 + (1L << 31), () -> "planned " + plan.bytes());
        long most = MemoryPlan.mostAgents(spec, plan.bytes() + (1L << 26), 132, LaunchShape.WHOLE);
        assertEquals(TEN_BILLION, most, 0.01 * TEN_BILLION);
    }

    static Stream<Arguments> footprints() {
        Scenario bridge = oneGuidance(TestScenarios.demandResponse(1, TEN_BILLION, 8, Scheme.EULER_MARUYAMA));
        Scenario bare =
                bridge.toBuilder().output(bridge.output().agentEnergies(false)).build();
        Scenario empirical =
                bridge.toBuilder().guidance(new Guidance.Empirical()).build();
        return Stream.of(
                Arguments.of(bare, 4),
                Arguments.of(bridge, 8),
                Arguments.of(empirical, 13),
                Arguments.of(oneGuidance(TestScenarios.linear(1, TEN_BILLION, STEPS)), 8),
                Arguments.of(TestScenarios.interacting(TEN_BILLION, STEPS).get(0), 5));
    }

    private static Scenario oneGuidance(Scenario scenario) {
        return scenario.toBuilder().guidance(new Guidance.MeanField()).build();
    }

    private static double[][] sums(Problem problem, EnsembleSpec spec, Backend backend) {
        try (Ensemble ensemble = backend.open(spec, 0)) {
            ensemble.start(problem.startReference());
            float[][] rows = problem.schedules().stream()
                    .map(schedule -> schedule.rows(0, STEPS))
                    .toArray(float[][]::new);
            return ensemble.advance(0, STEPS, rows);
        }
    }
}
