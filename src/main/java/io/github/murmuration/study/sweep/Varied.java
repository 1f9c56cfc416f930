package io.github.murmuration.study.sweep;

import io.github.murmuration.scenario.NumberText;
import io.github.murmuration.scenario.ScenarioBuilder;
import io.github.murmuration.scenario.ScenarioException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A field of a scenario and the values that it takes in turn.
 *
 * @param field its path, as in {@code population.seed}
 * @param values YAML each
 */
public record Varied(String field, List<String> values) {

    public static final String SEED = "population.seed";
    public static final String REPLICA = "population.replica";

    /** Most values of a field. */
    public static final int MOST = 100_000;

    private static final String NUMBER = "\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*";
    private static final Pattern RANGE = Pattern.compile(NUMBER + ":" + NUMBER + ":" + NUMBER);
    private static final Pattern WHOLE = Pattern.compile("\\s*(-?\\d{1,18})\\s*\\.\\.\\s*(-?\\d{1,18})\\s*");
    private static final String ACCEPTED = "from:to:step, as 0.5:3:0.25; from..to of whole numbers, as 1..20; or values"
            + " with commas between them, as 1,2,5";

    public Varied {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code 0.5:3:0.25} (both ends are values, if the step leads there), {@code 1..20} (whole numbers) or values with commas
     * between them; commas within brackets and quotes belong to a value.
     *
     * @throws ScenarioException it is none of these, or more than 100 000 values
     */
    public static Varied parse(String field, String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return new Varied(field, range(field, text, range));
        }
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return new Varied(field, whole(field, text, whole));
        }
        List<String> values = split(text);
        if (values.stream().anyMatch(String::isBlank)) {
            throw refused(field, text);
        }
        return new Varied(field, values);
    }

    /** Whether several values of a field are independent samples of one law: seeds and replicas. */
    static boolean samples(String field) {
        return field.equals(SEED) || field.equals(REPLICA);
    }

    /** A value as a number, where it is one. */
    static OptionalDouble number(String value) {
        return NumberText.parse(value);
    }

    /**
     * Puts a value of one of these into a scenario.
     * @throws ScenarioException it is not a whole number, or none that the field takes
     */
    static void put(String field, String value, ScenarioBuilder into) {
        try {
            if (field.equals(SEED)) {
                into.seed(NumberText.whole(value.strip()));
            } else {
                into.replica(Math.toIntExact(NumberText.whole(value.strip())));
            }
        } catch (ArithmeticException | NumberFormatException e) {
            String most = field.equals(SEED) ? "64 bits" : "" + Integer.MAX_VALUE;
            throw ScenarioException.refused(field, value, "a whole number of at most " + most);
        }
    }

    /** The i-th value of a field of numbers. */
    double number(int i) {
        return number(values.get(i)).orElseThrow();
    }

    /** Whether all values are numbers. */
    boolean numeric() {
        return values.stream().allMatch(value -> number(value).isPresent());
    }

    private static List<String> range(String field, String text, Matcher range) {
        BigDecimal from = new BigDecimal(range.group(1));
        BigDecimal step = new BigDecimal(range.group(3));
        BigDecimal way = new BigDecimal(range.group(2)).subtract(from);
        if (step.signum() == 0 || way.signum() * step.signum() < 0) {
            throw refused(field, text);
        }
        BigDecimal last = way.divide(step, 0, RoundingMode.DOWN);
        count(field, text, last);
        return IntStream.rangeClosed(0, last.intValue())
                .mapToObj(i -> from.add(step.multiply(BigDecimal.valueOf(i))))
                .map(value -> value.stripTrailingZeros().toPlainString())
                .toList();
    }

    private static List<String> whole(String field, String text, Matcher whole) {
        long from = Long.parseLong(whole.group(1));
        long to = Long.parseLong(whole.group(2));
        if (to < from) {
            throw refused(field, text);
        }
        count(field, text, BigDecimal.valueOf(to - from));
        return LongStream.rangeClosed(from, to).mapToObj(Long::toString).toList();
    }

    private static void count(String field, String text, BigDecimal last) {
        if (last.compareTo(BigDecimal.valueOf(MOST)) >= 0) {
            throw ScenarioException.refused("--vary " + field, text, "at most " + MOST + " values");
        }
    }

    /** At commas outside brackets and quotes. */
    private static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        int depth = 0;
        char quote = 0;
        for (char c : text.toCharArray()) {
            quote = quote == 0 && (c == '"' || c == '\'') ? c : c == quote ? 0 : quote;
            depth += quote != 0 ? 0 : "[{(".indexOf(c) >= 0 ? 1 : "]})".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth == 0 && quote == 0) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString().strip());
        return values;
    }

    private static ScenarioException refused(String field, String text) {
        return ScenarioException.refused("--vary " + field, text, ACCEPTED);
    }
}
