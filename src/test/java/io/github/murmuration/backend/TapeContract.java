package io.github.murmuration.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.ensemble.Tiling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps that are tapes have the bits of the scalar reference, whatever they do and however agents lie. */
@Tag("contract")
@Tag("parity")
public abstract class TapeContract {

    private static final int STEPS = 6;

    /** The backend under test. */
    protected abstract Backend backend();

    /** Everything observable. */
    record Outcome(
            double[] start,
            double[][] sums,
            List<float[][]> states,
            List<float[]> energies,
            long[][] labels,
            double[][] feedback,
            List<String> remarks) {}

    /** Few operations and so many that slots go elsewhere; up to three tiles and more; replicas beside and after each other. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 28, 700, 1, 1",
        "2, 2, 2, 60, 2500, 1, 1",
        "3, 3, 1, 40, 3073, 1, 2",
        "4, 4, 3, 90, 1025, 3, 1",
        "5, 5, 2, 70, 100, 11, 1",
        "6, 5, 1, 110, 1500, 2, 2",
        "7, 1, 3, 30, 3, 300, 1",
        "8, 2, 1, 120, 20000, 1, 1"
    })
    void givesTheBitsOfTheReference(
            long seed, int dimension, int labels, int operations, int agents, int replicas, int guidances) {
        EnsembleSpec spec = RandomTapes.spec(
                seed, dimension, labels, operations, seed % 3 > 0, Tiling.replicas(agents, 0, replicas), guidances);
        Outcome expected = run(Backends.select("cpu-scalar"), spec, STEPS, STEPS);
        assertSame(expected, run(backend(), spec, STEPS, STEPS));
        assertSame(expected, run(backend(), spec, STEPS, 4));
    }

    @Test
    void aRestoredPopulationGoesOnToTheSameBits() {
        EnsembleSpec spec = RandomTapes.spec(9, 2, 2, 60, true, Tiling.alone(20000), 1);
        Outcome expected = run(backend(), spec, STEPS, STEPS);
        float[] rows = RandomTapes.rows(spec, STEPS);
        float[] first = Arrays.copyOf(rows, 4 * spec.rows().size());
        try (Ensemble before = started(spec, backend());
                Ensemble after = started(spec, backend())) {
            before.advance(0, 4, new float[][] {first});
            for (int b = 0; b < spec.tiling().blocks(); b++) {
                after.restore(0, b, before.states(0, b), before.energies(0, b));
            }
            after.restoreFeedback(before.feedback());
            after.advance(4, 2, new float[][] {Arrays.copyOfRange(rows, first.length, rows.length)});
            assertArrayEquals(expected.feedback, after.feedback());
            for (int b = 0; b < spec.tiling().blocks(); b++) {
                assertArrayEquals(expected.states.get(b), after.states(0, b));
                assertArrayEquals(expected.energies.get(b), after.energies(0, b));
            }
        }
    }

    @Test
    void namesTheAgentThatLeavesTheRange() {
        EnsembleSpec spec = RandomTapes.spec(4, 1, 1, 30, false, Tiling.alone(2500), 1);
        try (Ensemble ensemble = started(spec, backend())) {
            float[][] states = ensemble.states(0, 0);
            states[0][2077] = 1e25f;
            ensemble.restore(0, 0, states, ensemble.energies(0, 0));
            float[][] rows = {RandomTapes.rows(spec, 2)};
            DivergenceException thrown = assertThrows(DivergenceException.class, () -> ensemble.advance(0, 2, rows));
            assertEquals(0, thrown.step());
            assertEquals(2077, thrown.agent());
        }
    }

    /** A real device compiles the tape; others have nothing to say. */
    @Test
    void isAsFastAsItCanBe() {
        EnsembleSpec spec = RandomTapes.spec(10, 2, 1, 40, true, Tiling.alone(100), 1);
        try (Ensemble ensemble = backend().open(spec, 1)) {
            assertEquals(List.of(), ensemble.remarks());
        }
    }

    private static Ensemble started(EnsembleSpec spec, Backend backend) {
        Ensemble ensemble = backend.open(spec, 1);
        ensemble.start(reference(spec));
        return ensemble;
    }

    private static float[] reference(EnsembleSpec spec) {
        float[] reference = new float[spec.sums().channels()];
        Arrays.fill(reference, 0, spec.evaluator().followed(spec.dimension()), 0.125f);
        return reference;
    }

    static Outcome run(Backend backend, EnsembleSpec spec, int count, int batch) {
        float[] rows = RandomTapes.rows(spec, count);
        int size = spec.rows().size();
        try (Ensemble ensemble = backend.open(spec, 2)) {
            double[] start = ensemble.start(reference(spec));
            List<double[]> sums = new ArrayList<>();
            for (int k = 0; k < count; k += batch) {
                int end = Math.min(count, k + batch);
                float[][] part = new float[spec.guidances()][];
                Arrays.fill(part, Arrays.copyOfRange(rows, k * size, end * size));
                for (double[] more : steps(ensemble.advance(k, end - k, part), end - k)) {
                    sums.add(more);
                }
            }
            return new Outcome(
                    start,
                    sums.toArray(double[][]::new),
                    states(spec, ensemble),
                    energies(spec, ensemble),
                    ensemble.labelCounts(),
                    ensemble.feedback(),
                    ensemble.remarks());
        }
    }

    /** Sums of one step of every guidance after the other. */
    private static double[][] steps(double[][] sums, int count) {
        double[][] steps = new double[count * sums.length][];
        for (int k = 0; k < count; k++) {
            for (int g = 0; g < sums.length; g++) {
                int size = sums[g].length / count;
                steps[k * sums.length + g] = Arrays.copyOfRange(sums[g], k * size, (k + 1) * size);
            }
        }
        return steps;
    }

    private static List<float[][]> states(EnsembleSpec spec, Ensemble ensemble) {
        List<float[][]> states = new ArrayList<>();
        for (int g = 0; g < spec.guidances(); g++) {
            for (int b = 0; b < spec.tiling().blocks(); b++) {
                states.add(ensemble.states(g, b));
            }
        }
        return states;
    }

    private static List<float[]> energies(EnsembleSpec spec, Ensemble ensemble) {
        List<float[]> energies = new ArrayList<>();
        for (int g = 0; g < spec.guidances(); g++) {
            for (int b = 0; b < spec.tiling().blocks(); b++) {
                energies.add(ensemble.energies(g, b));
            }
        }
        return energies;
    }

    static void assertSame(Outcome expected, Outcome actual) {
        assertArrayEquals(expected.start, actual.start, "sums of the starts");
        assertArrayEquals(expected.labels, actual.labels, "label counts");
        assertArrayEquals(expected.sums, actual.sums, "sums");
        assertArrayEquals(expected.feedback, actual.feedback, "feedback");
        assertTrue(!expected.states.isEmpty());
        for (int i = 0; i < expected.states.size(); i++) {
            assertArrayEquals(expected.states.get(i), actual.states.get(i), "states " + i);
            assertArrayEquals(expected.energies.get(i), actual.energies.get(i), "energies " + i);
        }
    }
}
