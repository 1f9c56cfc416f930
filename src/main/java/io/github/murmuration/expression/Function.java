package io.github.murmuration.expression;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A function of numbers and conditions. A condition is 1 where it holds and 0 elsewhere. */
public enum Function {
    ADD("+", "nn", a -> a[0] + a[1]),
    SUBTRACT("-", "nn", a -> a[0] - a[1]),
    MULTIPLY("*", "nn", a -> a[0] * a[1]),
    DIVIDE("/", "nn", a -> a[0] / a[1]),
    POWER("^", "nn", a -> StrictMath.pow(a[0], a[1])),
    NEGATE("-", "n", a -> -a[0]),
    LESS("<", "nn", holds(a -> a[0] < a[1])),
    LESS_EQUAL("<=", "nn", holds(a -> a[0] <= a[1])),
    GREATER(">", "nn", holds(a -> a[0] > a[1])),
    GREATER_EQUAL(">=", "nn", holds(a -> a[0] >= a[1])),
    EQUAL("==", "nn", holds(a -> a[0] == a[1])),
    NOT_EQUAL("!=", "nn", holds(a -> a[0] != a[1])),
    AND("and", "cc", holds(a -> a[0] != 0 && a[1] != 0)),
    OR("or", "cc", holds(a -> a[0] != 0 || a[1] != 0)),
    NOT("not", "c", holds(a -> a[0] == 0)),
    WHERE("where", "cnn", a -> a[0] != 0 ? a[1] : a[2]),
    EXP("exp", "n", a -> StrictMath.exp(a[0])),
    LOG("log", "n", a -> StrictMath.log(a[0])),
    SQRT("sqrt", "n", a -> StrictMath.sqrt(a[0])),
    SIN("sin", "n", a -> StrictMath.sin(a[0])),
    COS("cos", "n", a -> StrictMath.cos(a[0])),
    TANH("tanh", "n", a -> StrictMath.tanh(a[0])),
    ATAN2("atan2", "nn", a -> StrictMath.atan2(a[0], a[1])),
    ABS("abs", "n", a -> StrictMath.abs(a[0])),
    MIN("min", "nn", a -> a[0] < a[1] || Double.isNaN(a[0]) ? a[0] : a[1]),
    MAX("max", "nn", a -> a[0] > a[1] || Double.isNaN(a[0]) ? a[0] : a[1]),
    SIGN("sign", "n", a -> StrictMath.signum(a[0])),
    FLOOR("floor", "n", a -> StrictMath.floor(a[0]));

    /** Those that are written as a name and arguments in parentheses. */
    private static final Map<String, Function> CALLED = Arrays.stream(values())
            .filter(function -> function.ordinal() >= WHERE.ordinal())
            .collect(Collectors.toUnmodifiableMap(Function::text, function -> function));

    @FunctionalInterface
    private interface Meaning {
        double of(double[] arguments);
    }

    private final String text;
    private final String arguments;
    private final Meaning meaning;

    /** @param arguments a letter each: a number or a condition */
    Function(String text, String arguments, Meaning meaning) {
        this.text = text;
        this.arguments = arguments;
        this.meaning = meaning;
    }

    private static Meaning holds(Predicate<double[]> condition) {
        return arguments -> condition.test(arguments) ? 1 : 0;
    }

    /** The function that is called by this name, such as {@code exp}. */
    public static Optional<Function> called(String name) {
        return Optional.ofNullable(CALLED.get(name));
    }

    /** As it is written. */
    public String text() {
        return text;
    }

    public int arity() {
        return arguments.length();
    }

    /** Whether its value is a condition. */
    public boolean isCondition() {
        return LESS.ordinal() <= ordinal() && ordinal() <= NOT.ordinal();
    }

    /** Whether the argument in this place, from 0, is a condition. */
    public boolean takesCondition(int place) {
        return arguments.charAt(place) == 'c';
    }

    /** Its meaning in float64, by {@link StrictMath}. */
    public double value(double... arguments) {
        return meaning.of(arguments);
    }
}
