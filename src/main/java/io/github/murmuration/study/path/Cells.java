package io.github.murmuration.study.path;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Numbers as tables show them, and maps as the summary holds them. */
final class Cells {

    private Cells() {}

    static String text(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        return String.format(Locale.ROOT, "%." + digits + "g", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }

    /** A map in the order of its arguments: key, value, key, value... */
    static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
