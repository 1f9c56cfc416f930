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
import io.github.murmuration.backend.Part;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.PairedSurvey;
import io.github.murmuration.ensemble.Survey;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;
import java.util.List;
import jcuda.driver.JCudaDriver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of all agents has the bits of the reference where the device answers, and agents stay there. */
@Tag("parity")
class CudaSurveyTest {

    private static final int AGENTS = 50_000;
    private static final int BLOCKS = 4;

    /** Of the emulated driver: KiB that were copied to the host. */
    private static final int COPIED = 1000;

    /** Two coordinates, two components, of which energies are summed apart. */
    private final Problem problem = Problem.of(TestScenarios.mixtures(2, 2, false, AGENTS, 4, Scheme.EULER_MARUYAMA));

    private final EnsembleSpec spec = problem.ensemble(AGENTS);

    @BeforeAll
    static void needsADriver() {
        assumeTrue(Installation.found().usable(), Installation.found().problem());
    }

    private record Answer(double[][] sums, long[][] counts) {

        void assertSame(Answer other) {
            assertArrayEquals(sums, other.sums);
            assertArrayEquals(counts, other.counts);
        }
    }

    /** Bins that fit in shared memory and more, all of the work at once and by two blocks of threads. */
    @ParameterizedTest
    @CsvSource({"20, false, true", "20, true, false", "5000, true, true"})
    void hasTheBitsOfTheReference(int bins, boolean absorbing, boolean whole) {
        Survey survey = survey(bins, absorbing);
        LaunchShape shape = whole ? LaunchShape.WHOLE : new LaunchShape(2, 2, 1, 0);
        try (Ensemble reference = advanced(Backends.select("cpu-scalar"));
                Ensemble ensemble = advanced(new CudaBackend(shape))) {
            Answer expected = answer(reference, survey, 0, BLOCKS);
            assertTrue(Arrays.stream(expected.counts[1]).filter(n -> n > 0).count() > 3);
            answer(ensemble, survey, 0, BLOCKS).assertSame(expected);
        }
    }

    /** The agents of the reference, of whom the part has its own. */
    @Test
    void aPartHasItsOwnBlocks() {
        Part last = new Part(2, BLOCKS, own -> new double[][] {own});
        try (Ensemble reference = advanced(Backends.select("cpu-scalar"));
                Ensemble part = new CudaBackend().open(spec.with(last), 1)) {
            for (int b = 2; b < BLOCKS; b++) {
                part.restore(1, b, reference.states(1, b), reference.energies(1, b));
            }
            answer(part, survey(20, false), 2, BLOCKS).assertSame(answer(reference, survey(20, false), 2, BLOCKS));
        }
    }

    /** Two blocks of 16,384 agents of two coordinates, an energy and a label take 416 KiB; their sums and counts do not take one. */
    @Test
    void agentsStayOnTheDevice() {
        assumeTrue(Installation.found().device().emulated(), "only the emulated driver counts what it copies");
        try (Ensemble ensemble = advanced(new CudaBackend())) {
            int before = copied();
            answer(ensemble, survey(20, true), 0, 2);
            assertTrue(copied() - before <= 1);
            ensemble.states(1, 0);
            assertEquals(128, copied() - before, 1);
        }
    }

    @Test
    void theHostAnswersWhereTheDeviceHasNoRoom() {
        assumeTrue(Installation.found().device().emulated(), "another program may free memory of a device");
        try (Ensemble reference = advanced(Backends.select("cpu-scalar"));
                Ensemble ensemble = advanced(new CudaBackend());
                Context context = new Context(Installation.found());
                DeviceBuffer filler = new DeviceBuffer(context.free() - (Long.BYTES << 7))) {
            int before = copied();
            Answer expected = answer(reference, survey(20, false), 0, BLOCKS);
            answer(ensemble, survey(20, false), 0, BLOCKS).assertSame(expected);
            assertTrue(copied() - before > 400, filler::toString);
        }
    }

    /** Replicas side by side in a tile, alone in one, and of several blocks; states, and angles that they are. */
    @ParameterizedTest
    @CsvSource({"10, 40, true", "300, 7, false", "20000, 2, true"})
    void agentsAndCopiesHaveTheBitsOfTheReference(int agents, int replicas, boolean whole) {
        Tiling tiling = Tiling.replicas(agents, 0, replicas);
        EnsembleSpec of = problem.ensemble(tiling, 5);
        PairedSurvey survey = paired(tiling);
        LaunchShape shape = whole ? LaunchShape.WHOLE : new LaunchShape(2, 2, 1, 0);
        try (Ensemble reference = advanced(Backends.select("cpu-scalar"), of);
                Ensemble ensemble = advanced(new CudaBackend(shape), of);
                Crew<?> crew = Crew.of(3)) {
            int before = copied();
            double[][] sums = ensemble.survey(0, 1, survey, crew);
            assertTrue(copied() - before <= 5, "sums alone, of 40 replicas at most");
            assertArrayEquals(reference.survey(0, 1, survey, crew), sums);
            assertTrue(sums[replicas - 1][survey.squareAt()] > 0);
        }
    }

    private static PairedSurvey paired(Tiling tiling) {
        List<PairedSurvey.Measured> measured = List.of(
                new PairedSurvey.Measured(0, 0, false),
                new PairedSurvey.Measured(1, 0.7f, false),
                new PairedSurvey.Measured(1, 0.7f, true));
        return new PairedSurvey(tiling, measured, new double[] {0.1, 0.2, -0.3}, true);
    }

    /** KiB that the emulated driver has copied to the host; 0 of one that does not count. */
    private static int copied() {
        int[] kib = new int[1];
        JCudaDriver.cuDeviceGetAttribute(
                kib, COPIED, Installation.found().device().handle());
        return kib[0];
    }

    private Ensemble advanced(Backend backend) {
        return advanced(backend, spec);
    }

    private Ensemble advanced(Backend backend, EnsembleSpec of) {
        Ensemble ensemble = backend.open(of, 1);
        ensemble.start(problem.startReference());
        ensemble.advance(
                0,
                2,
                problem.schedules().stream()
                        .map(schedule -> schedule.rows(0, 2))
                        .toArray(float[][]::new));
        return ensemble;
    }

    private static Answer answer(Ensemble ensemble, Survey survey, int from, int to) {
        long[][] counts = new long[2][survey.bins()];
        try (Crew<?> crew = Crew.of(1)) {
            double[][] sums = ensemble.survey(1, from, to, survey, crew, counts);
            return new Answer(sums, counts);
        }
    }

    private Survey survey(int bins, boolean absorbing) {
        List<Survey.End> ends = absorbing
                ? List.of(new Survey.End(1, -0.5f, true), new Survey.End(0, 3, false))
                : List.<Survey.End>of();
        double[] width = {8.0 / bins, 8.0 / bins};
        return new Survey(new double[] {0.1, -0.2}, ends, 2, new double[] {-4, -4}, width, bins);
    }
}
