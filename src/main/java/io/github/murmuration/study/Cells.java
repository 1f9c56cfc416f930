package io.github.murmuration.study;

import io.github.murmuration.report.Cell;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Cells of tables, and values of summaries. */
public final class Cells {

    private Cells() {}

    /** A number that is shown to so many digits, without zeros that say nothing; "-" where there is none. */
    public static Cell text(double value, int digits) {
        if (value == 0 || Double.isNaN(value)) {
            return new Cell(value, value == 0 ? "0" : "-");
        }
        return new Cell(
                value,
                String.format(Locale.ROOT, "%." + digits + "g", value)
                        .replaceFirst("(\\.\\d*?)0+($|e)", "$1$2")
                        .replaceFirst("\\.($|e)", "$1"));
    }

    /** A map in the order of its arguments: key, value, key, value... */
    public static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
