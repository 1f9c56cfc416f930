package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.Part;
import io.github.murmuration.backend.RandomTapes;
import io.github.murmuration.ensemble.PartnerChoice;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.sim.Problem;
import java.util.stream.Stream;
import jcuda.driver.JCudaDriver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When steps that feed back are launched many at a time; on the emulated driver, whose device holds four blocks that wait for each other. */
@Tag("parity")
class ResidentStepsTest {

    private static final int STEPS = 5;

    /** native-test/driver/driver.cpp: COOPERATIVE_LAUNCHES. */
    private static final int LAUNCHES = 1001;

    /**
     * Agents, the shape of launches, and how many launches five steps are: a tile and a part of one; two tiles for each of the
     * four blocks; as many as there may be; one too many; of one and of two blocks; launches of single steps.
     */
    @ParameterizedTest
    @CsvSource({
        "1300,  100, 100, 4, 1",
        "8000,    2, 100, 4, 3",
        "16384,   5, 100, 4, 1",
        "16385, 100, 100, 4, 0",
        "3500,    4,   1, 4, 2",
        "3500,    4,   2, 2, 2",
        "3500,    4,   1, 2, 0",
        "1300,    2, 100, 0, 0"
    })
    void manyStepsAreOneLaunch(long agents, int steps, long blocks, int rounds, int launches) {
        assertLaunches(
                launches, TestScenarios.interacting(agents, STEPS).get(2), new LaunchShape(steps, blocks, 1, rounds));
    }

    /** Bridges and affine steps: three guidances on four tiles by four blocks, the last of them in part; two on two. Others have no such kernel. */
    @Test
    void ofOneCoordinateWithoutATapeToo() {
        LaunchShape shape = new LaunchShape(3, 100, 1, 4);
        assertLaunches(2, TestScenarios.empirical(1, 3500, STEPS, Scheme.EULER_MARUYAMA), shape);
        assertLaunches(2, TestScenarios.empirical(1, 3500, STEPS, Scheme.POSTERIOR_MEAN), shape);
        assertLaunches(2, TestScenarios.empiricalLinear(1, 1300, STEPS), shape);
        assertLaunches(0, TestScenarios.empirical(1, 1300, STEPS, Scheme.EXACT), shape);
        assertLaunches(0, TestScenarios.empiricalLinear(3, 1300, STEPS), shape);
    }

    private static void assertLaunches(int launches, Scenario scenario, LaunchShape shape) {
        Installation found = Installation.found();
        assumeTrue(found.usable() && found.device().emulated(), "the emulated driver was not built");
        Problem problem = Problem.of(scenario);
        double[][] expected = sums(problem, Backends.select("cpu-scalar"));
        int before = launches();
        assertArrayEquals(expected, sums(problem, new CudaBackend(shape)));
        assertEquals(launches, launches() - before);
    }

    static Stream<Arguments> specs() {
        EnsembleSpec alone = tapes(Tiling.alone(5000), 1);
        EnsembleSpec pairs = RandomTapes.ofPairs(1, 2, 1, 1, new PartnerChoice.All(), Tiling.alone(5000), 1);
        EnsembleSpec rows = Problem.of(TestScenarios.linear(1, 5000, STEPS)).ensemble(5000);
        return Stream.of(
                Arguments.of(alone, true),
                Arguments.of(alone.with(NoiseSource.CURAND), false),
                Arguments.of(alone.with(new Part(0, 1, own -> new double[][] {own})), false),
                Arguments.of(pairs, false),
                Arguments.of(rows, false),
                Arguments.of(tapes(Tiling.replicas(8, 0, 128), 2), true),
                Arguments.of(tapes(Tiling.replicas(8, 0, 129), 2), false));
    }

    /** Nothing else may stand between two steps, and replicas are few. */
    @ParameterizedTest
    @MethodSource("specs")
    void otherStepsAreLaunchedEach(EnsembleSpec spec, boolean may) {
        assertEquals(may, ResidentSteps.may(MemoryPlan.of(spec, spec.tiling(), 132, LaunchShape.WHOLE)));
    }

    /** 8192 of them. */
    @Test
    void aBlockReadsSoManySums() {
        EnsembleSpec spec = tapes(Tiling.alone(1), 1);
        long tiles = 8192 / spec.sums().size();
        assertEquals(true, may(spec, 1024 * tiles));
        assertEquals(false, may(spec, 1024 * tiles + 1));
    }

    private static boolean may(EnsembleSpec spec, long agents) {
        return ResidentSteps.may(MemoryPlan.of(spec, Tiling.alone(agents), 132, LaunchShape.WHOLE));
    }

    private static EnsembleSpec tapes(Tiling tiling, int guidances) {
        return RandomTapes.spec(1, 1, 1, 28, false, tiling, guidances);
    }

    private static double[][] sums(Problem problem, Backend backend) {
        long agents = problem.scenario().population().agents();
        try (Ensemble ensemble = backend.open(problem.ensemble(agents), 0)) {
            ensemble.start(problem.startReference());
            float[][] rows = problem.schedules().stream()
                    .map(schedule -> schedule.rows(0, STEPS))
                    .toArray(float[][]::new);
            return ensemble.advance(0, STEPS, rows);
        }
    }

    private static int launches() {
        int[] launches = new int[1];
        JCudaDriver.cuDeviceGetAttribute(
                launches, LAUNCHES, Installation.found().device().handle());
        return launches[0];
    }
}
