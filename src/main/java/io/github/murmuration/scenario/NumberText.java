package io.github.murmuration.scenario;

import java.util.regex.Pattern;

/** Numbers as people write them: 1000000, 1_000_000, 1e6, -0.5. */
final class NumberText {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d[\\d_]*(\\.[\\d_]*)?|\\.\\d[\\d_]*)([eE][-+]?\\d+)?");

    private NumberText() {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** The same number without the marks that only help the eye. */
    static String plain(String text) {
        return text.replace("_", "");
    }
}
