package io.github.murmuration.report;

import java.util.stream.IntStream;

/** Which coordinates a figure shows when it cannot show all. */
final class Coordinates {

    private Coordinates() {}

    /** At most {@code most} of 0..d-1, evenly spread, the first and the last among them. */
    static int[] spread(int d, int most) {
        if (d <= most) {
            return IntStream.range(0, d).toArray();
        }
        return IntStream.range(0, most)
                .map(i -> (int) Math.round(i * (d - 1.0) / (most - 1)))
                .toArray();
    }
}
