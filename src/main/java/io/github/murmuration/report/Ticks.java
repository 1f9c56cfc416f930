package io.github.murmuration.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Where an axis has its labels, and what they say: evenly spaced multiples of 1, 2 or 5 times a power of ten. */
record Ticks(Range range, double[] values, DoubleFunction<String> label) {

    /** Ticks inside a range, about as many as asked for; around it where it is a single point. */
    static Ticks inside(Range range, int about) {
        return range.high() == range.low()
                ? around(range, about)
                : inside(range, step((range.high() - range.low()) / about));
    }

    /** Ticks at whole numbers only. */
    static Ticks whole(Range range, int about) {
        return inside(range, Math.max(1, step((range.high() - range.low()) / about)));
    }

    /** The range widened to the next multiples of the step. */
    static Ticks around(Range range, int about) {
        double span = range.high() > range.low() ? range.high() - range.low() : Math.max(Math.abs(range.high()), 1);
        double step = step(span / about);
        double first = Math.floor(range.low() / step + ROUNDING);
        double last = Math.max(Math.ceil(range.high() / step - ROUNDING), first + 1);
        return inside(new Range(first * step, last * step), step);
    }

    /** Whole decades around a range of base-10 logarithms, labelled as powers of ten. */
    static Ticks decades(Range logarithms, int most) {
        double first = Math.floor(logarithms.low());
        double last = Math.max(Math.ceil(logarithms.high()), first + 1);
        double step = Math.max(1, Math.ceil((last - first) / most));
        Range range = new Range(first, first + step * Math.ceil((last - first) / step));
        return new Ticks(range, values(range, step), Ticks::power);
    }

    private static final double ROUNDING = 1e-9;
    private static final String RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private static Ticks inside(Range range, double step) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + ROUNDING));
        String format = "%." + decimals + "f";
        return new Ticks(range, values(range, step), value -> decimal(String.format(Locale.ROOT, format, value)));
    }

    private static double[] values(Range range, double step) {
        double first = Math.ceil(range.low() / step - ROUNDING);
        double last = Math.floor(range.high() / step + ROUNDING);
        double[] values = new double[(int) Math.max(0, last - first + 1)];
        Arrays.setAll(values, i -> (first + i) * step);
        return values;
    }

    private static double step(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double digit = raw / power;
        return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
    }

    /** A true minus sign, and none before zero. */
    private static String decimal(String text) {
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text.replace('-', '\u2212');
    }

    private static String power(double logarithm) {
        int exponent = (int) Math.round(logarithm);
        if (exponent == 0 || exponent == 1) {
            return exponent == 0 ? "1" : "10";
        }
        StringBuilder raised = new StringBuilder(exponent < 0 ? "10\u207b" : "10");
        for (char digit : String.valueOf(Math.abs(exponent)).toCharArray()) {
            raised.append(RAISED.charAt(digit - '0'));
        }
        return raised.toString();
    }
}
