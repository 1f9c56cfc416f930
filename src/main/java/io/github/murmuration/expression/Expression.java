package io.github.murmuration.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** A tree of the language, as it was written: nothing is reassociated or simplified. */
public sealed interface Expression {

    /** A number. */
    record Literal(double value) implements Expression {}

    /** A number that a name was given for; derivatives may be taken by that name. */
    record Constant(String name, double value) implements Expression {}

    /** What a name stands for; {@code pi}, {@code t} (time) and {@code label} are names, and so is {@code other.x}. */
    record Name(String name) implements Expression {}

    /** A function of expressions. */
    record Apply(Function function, List<Expression> arguments) implements Expression {
        public Apply {
            arguments = List.copyOf(arguments);
        }

        public Apply(Function function, Expression... arguments) {
            this(function, List.of(arguments));
        }
    }

    /**
     * An average over the agents of a population.
     *
     * @param second of a covariance; null otherwise
     * @param label of the agents that are averaged over, from 1; 0 for all of them
     */
    record Average(Kind kind, Expression first, Expression second, int label) implements Expression {
        /** What is averaged. */
        public enum Kind {
            MEAN,
            VARIANCE,
            COVARIANCE;

            /** As it is written. */
            public String text() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * Its value in float64.
     *
     * @param names values of the names that it reads, {@code pi} excepted
     * @param averages values of the averages that it reads
     */
    default double value(ToDoubleFunction<String> names, ToDoubleFunction<Average> averages) {
        return new Evaluation(names, averages).of(this);
    }

    /** Its value in float64; it reads no averages. */
    default double value(ToDoubleFunction<String> names) {
        return value(names, average -> {
            throw new IllegalArgumentException("an average has no value here");
        });
    }

    /** Names that it reads outside its averages, in the order of their first place; {@code pi} is none. */
    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        forEach(part -> {
            if (part instanceof Name name && !name.name().equals("pi")) {
                names.add(name.name());
            }
        });
        return names;
    }

    /** Averages that it reads, in the order of their first place. */
    default Set<Average> averages() {
        Set<Average> averages = new LinkedHashSet<>();
        forEach(part -> {
            if (part instanceof Average average) {
                averages.add(average);
            }
        });
        return averages;
    }

    /** The tree in which expressions stand for these names; what is averaged is left as it is. */
    default Expression with(Map<String, Expression> replacements) {
        if (this instanceof Name name) {
            return replacements.getOrDefault(name.name(), this);
        }
        if (this instanceof Apply apply) {
            List<Expression> arguments = apply.arguments().stream()
                    .map(argument -> argument.with(replacements))
                    .toList();
            return new Apply(apply.function(), arguments);
        }
        return this;
    }

    /** The text of this tree, with no more parentheses than it needs: parsed again, it gives an equal tree. */
    default String text() {
        return Printer.print(this);
    }

    private void forEach(Consumer<Expression> consumer) {
        consumer.accept(this);
        if (this instanceof Apply apply) {
            apply.arguments().forEach(argument -> argument.forEach(consumer));
        }
    }
}
