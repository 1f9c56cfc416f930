package io.github.murmuration.exact;

import io.github.murmuration.laboratory.LineMoments;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.limit.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The law of infinitely many agents where a game was solved on a grid, which has it already. */
final class GridLimit {

    private GridLimit() {}

    static WrittenLimit.Found of(LineMoments moments) {
        int times = moments.times().length;
        LimitLaw law = new LimitLaw(
                moments.times(),
                List.of(),
                series(moments.mean()),
                series(moments.variance()),
                constant(Double.NaN, times),
                series(moments.cost()),
                constant(1, times),
                constant(0, times),
                constant(0, times),
                Optional.empty(),
                Optional.empty());
        return new WrittenLimit.Found(Optional.of(law), Map.of(), "");
    }

    private static Series series(LineMoments.Known known) {
        return new Series(known.values(), known.errors());
    }

    private static Series constant(double value, int times) {
        double[] values = new double[times];
        Arrays.fill(values, value);
        return new Series(values, new double[times]);
    }
}
