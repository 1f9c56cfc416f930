package io.github.murmuration.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are written for people. Decimal points. The same in every locale. */
final class Numbers {

    /** In place of a number that does not exist. */
    static final String NONE = "-";

    private static final int MOST_DECIMALS = 8;
    private static final int PLAIN_DIGITS = 6;

    private Numbers() {}

    /** As many decimals as show two digits of the standard error; six significant digits when there is no error. */
    static String estimate(double value, double standardError) {
        if (!Double.isFinite(value)) {
            return nonFinite(value);
        }
        if (!(standardError > 0) || Double.isInfinite(standardError)) {
            return significant(value, PLAIN_DIGITS);
        }
        return unsignedZero(String.format(Locale.ROOT, "%." + decimals(standardError) + "f", value));
    }

    /** Rounded to that many significant digits, trailing zeros dropped; powers of ten below 1e-4 and from 1e7. */
    static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return nonFinite(value);
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 7) {
            return rounded.toPlainString();
        }
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /** Significant digits that an error leaves, that many at most; a dash where it leaves none. */
    static String within(double value, double error, int digits) {
        if (!Double.isFinite(value) || value == 0 || !(error > 0)) {
            return significant(value, digits);
        }
        int left = (int) (Math.floor(Math.log10(Math.abs(value))) - Math.ceil(Math.log10(2 * error))) + 1;
        if (left < 1) {
            return error < 1e-5 ? "0" : NONE;
        }
        return significant(value, Math.min(digits, left));
    }

    /** A fraction as a percentage with one decimal; a dash for NaN. */
    static String percent(double fraction) {
        return Double.isFinite(fraction)
                ? unsignedZero(String.format(Locale.ROOT, "%.1f %%", 100 * fraction))
                : nonFinite(fraction);
    }

    /** One decimal, with its sign. */
    static String signed(double value) {
        return unsignedZero(String.format(Locale.ROOT, "%+.1f", value)).replace('-', '\u2212');
    }

    /** The text of a number without the sign of a zero. */
    private static String unsignedZero(String text) {
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero && !Character.isDigit(text.charAt(0)) ? text.substring(1) : text;
    }

    /** A count with its thousands set apart by no-break spaces. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u00a0');
    }

    /** Six digits at most, with a true minus sign. */
    static String tick(double value) {
        return significant(value, PLAIN_DIGITS).replace('-', '\u2212');
    }

    private static int decimals(double standardError) {
        int decimals = 1 - (int) Math.floor(Math.log10(standardError));
        return Math.min(Math.max(decimals, 0), MOST_DECIMALS);
    }

    private static String nonFinite(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return value > 0 ? "infinite" : "-infinite";
    }
}
