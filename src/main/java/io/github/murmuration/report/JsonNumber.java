package io.github.murmuration.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Doubles as values that JSON can hold. */
final class JsonNumber {

    private JsonNumber() {}

    /** The number itself; {@code "infinite"} or {@code "-infinite"}; null for NaN. */
    static Object of(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "-infinite";
        }
        return value;
    }

    static List<Object> list(double[] values) {
        List<Object> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(of(value));
        }
        return list;
    }

    static List<List<Object>> matrix(double[][] rows) {
        return Arrays.stream(rows).map(JsonNumber::list).toList();
    }
}
