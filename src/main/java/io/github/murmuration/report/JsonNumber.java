package io.github.murmuration.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** A tree of maps, lists and values with every double in it as above. */
    static Object tree(Object value) {
        if (value instanceof Double number) {
            return of(number);
        }
        if (value instanceof double[] numbers) {
            return list(numbers);
        }
        if (value instanceof List<?> values) {
            return values.stream().map(JsonNumber::tree).collect(Collectors.toCollection(ArrayList::new));
        }
        if (value instanceof Map<?, ?> values) {
            Map<Object, Object> tree = new LinkedHashMap<>();
            values.forEach((key, each) -> tree.put(key, tree(each)));
            return tree;
        }
        return value;
    }
}
