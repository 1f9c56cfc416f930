package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.limit.Series;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** e^-t between the times at which it is known: the stated error covers the true one, for three times as for sixty-five. */
class InterpolatedTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7, 65})
    void theErrorIsWithinTheOneThatIsStated(int count) {
        double[] times =
                IntStream.range(0, count).mapToDouble(i -> i / (count - 1.0)).toArray();
        double[] known = Arrays.stream(times).map(t -> Math.exp(-t)).toArray();
        double[] at = IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 100.0).toArray();
        Series curve = Interpolated.at(at, times, new Series(known, new double[count]));
        double worst = 0;
        double stated = 0;
        for (int i = 0; i < at.length; i++) {
            worst = Math.max(worst, Math.abs(curve.values()[i] - Math.exp(-at[i])));
            stated = Math.max(stated, curve.errors()[i]);
        }
        assertEquals(Math.exp(-1), curve.values()[100], 1e-15);
        assertTrue(worst <= stated, count + " times: off by " + worst + ", stated " + stated);
    }
}
