package io.github.murmuration.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.PartnerChoice;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.tape.Source;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps that read means over partners have the bits of the scalar reference, whoever the partners are and however agents lie. */
@Tag("contract")
@Tag("parity")
public abstract class PairContract {

    /** Enough for a device to record two of them and to repeat these. */
    private static final int STEPS = 4;

    private static final double LINE = Double.NEGATIVE_INFINITY;

    /** The backend under test. */
    protected abstract Backend backend();

    /** One run and a little more; replicas beside and after each other; every value of a pair alone, several, copies of the population. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, 1030, 1, 1",
        "2, 3, 2, 3, 70, 11, 1",
        "3, 1, 3, 1, 1025, 2, 1",
        "4, 5, 1, 16, 1, 3, 1",
        "5, 2, 2, 2, 200, 1, 2"
    })
    void all(long seed, int dimension, int labels, int pairs, int agents, int replicas, int guidances) {
        PartnerChoice partners = new PartnerChoice.All();
        same(seed, dimension, labels, pairs, partners, Tiling.replicas(agents, 0, replicas), guidances);
    }

    /** One partner, an odd number, more than a run of them; later replicas, whose noise is another. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 1, 1, 2100, 0, 1",
        "2, 2, 2, 7, 90, 11, 13",
        "3, 1, 1, 1100, 1105, 1, 1",
        "6, 3, 1, 30, 1100, 0, 2"
    })
    void batch(long seed, int dimension, int pairs, int size, int agents, int first, int replicas) {
        PartnerChoice partners = new PartnerChoice.Batch(size);
        same(seed, dimension, 2, pairs, partners, Tiling.replicas(agents, first, replicas), 1);
    }

    /** Few in a cell, on lines and circles; all in one, of more than a run; cells of one replica and of many; a second copy. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 0.01, -Infinity, 1500, 1, 1",
        "2, 2, 2, 0.05, -Infinity, 1100, 1, 2",
        "3, 3, 1, 0.5, -Infinity, 60, 9, 1",
        "4, 1, 2, 0.05, -3, 1100, 2, 1",
        "5, 1, 1, 5, -3, 1030, 1, 1"
    })
    void within(long seed, int axes, int pairs, double radius, double low, int agents, int replicas, int guidances) {
        double high = low == LINE ? Double.POSITIVE_INFINITY : low + 7;
        List<PartnerChoice.Axis> all = List.of(
                new PartnerChoice.Axis(2, low, high),
                new PartnerChoice.Axis(0, LINE, Double.POSITIVE_INFINITY),
                new PartnerChoice.Axis(1, LINE, Double.POSITIVE_INFINITY));
        PartnerChoice partners = new PartnerChoice.Within(radius, all.subList(0, axes));
        same(seed, 3, 2, pairs, partners, Tiling.replicas(agents, 0, replicas), guidances);
    }

    private void same(
            long seed, int dimension, int labels, int pairs, PartnerChoice partners, Tiling tiling, int guidances) {
        EnsembleSpec spec = RandomTapes.ofPairs(seed, dimension, labels, pairs, partners, tiling, guidances);
        assertTrue(((Evaluator.Taped) spec.evaluator()).step().program().agent().reads(Source.PAIR));
        TapeContract.Outcome expected = TapeContract.run(Backends.select("cpu-scalar"), spec, STEPS, STEPS);
        TapeContract.Outcome found = TapeContract.run(backend(), spec, STEPS, STEPS);
        TapeContract.assertSame(expected, found);
        assertEquals(expected.remarks(), found.remarks());
        assertEquals(
                partners instanceof PartnerChoice.Batch ? 1 : 0, found.remarks().size());
    }
}
