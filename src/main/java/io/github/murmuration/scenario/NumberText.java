package io.github.murmuration.scenario;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people write them, always decimal: 1000000, 1_000_000, 1e6, -0.5; 0100 is a hundred. */
public final class NumberText {
    private static final int LONGEST = 1000;
    private static final String DIGITS = "\\d+(_\\d+)*";
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(" + DIGITS + "(\\.(" + DIGITS + ")?)?|\\." + DIGITS + ")([eE][-+]?\\d+)?");

    private NumberText() {}

    /** The nearest double, which may be infinite; empty if the text is not a number. */
    public static OptionalDouble parse(String text) {
        return isNumber(text) ? OptionalDouble.of(Double.parseDouble(plain(text))) : OptionalDouble.empty();
    }

    static boolean isNumber(String text) {
        return text.length() <= LONGEST && NUMBER.matcher(text).matches();
    }

    /**
     * A whole number.
     * @throws ArithmeticException not a whole number of 64 bits.
     * @throws NumberFormatException an exponent beyond 32 bits
     */
    public static long whole(String number) {
        return new BigDecimal(plain(number)).longValueExact();
    }

    /** The same number without the marks that only help the eye. */
    private static String plain(String text) {
        return text.replace("_", "");
    }
}
