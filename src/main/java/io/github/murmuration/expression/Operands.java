package io.github.murmuration.expression;

import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What operators stand between: numbers, names, calls of functions and averages, and whatever is in parentheses. */
final class Operands {
    private static final List<String> ALWAYS_KNOWN = List.of("t", "pi", "label");

    private static final List<String> FUNCTIONS = Stream.concat(
                    Arrays.stream(Function.values())
                            .map(Function::text)
                            .filter(name -> Function.called(name).isPresent()),
                    Arrays.stream(Average.Kind.values()).map(Average.Kind::text))
            .toList();

    private final Tokens tokens;
    private final Assembly assembly;
    private final Set<String> names;
    private final Supplier<Part> inner;
    private String surrounding;

    /** @param inner reads what stands inside parentheses */
    Operands(Tokens tokens, Assembly assembly, Set<String> names, Supplier<Part> inner) {
        this.tokens = tokens;
        this.assembly = assembly;
        this.names = names;
        this.inner = inner;
    }

    Part read() {
        Token first = tokens.peek();
        if (first.kind() == Token.Kind.NUMBER) {
            return assembly.literal(tokens.take());
        }
        if (first.kind() == Token.Kind.NAME && !Names.JOINING.contains(first.text())) {
            return word(tokens.take());
        }
        if (!tokens.takes("(")) {
            throw tokens.nothing();
        }
        Part part = inner.get();
        tokens.close(first);
        return part;
    }

    private Part word(Token word) {
        boolean called = tokens.peek().is("(");
        Optional<Function> function = Function.called(word.text());
        Optional<Average.Kind> average = kind(word.text());
        if (function.isPresent() && called) {
            return assembly.apply(function.get(), word, arguments());
        }
        if (average.isPresent() && called) {
            return average(average.get(), word);
        }
        if (function.isPresent() || average.isPresent()) {
            throw tokens.failure(word.text() + " is a function; write " + word.text() + "(...)", word.position());
        }
        return name(word, called);
    }

    private Part name(Token word, boolean called) {
        boolean known = names.contains(word.text()) || ALWAYS_KNOWN.contains(word.text());
        if (known && called) {
            throw tokens.failure(word.shown() + " is no function; write " + word.shown() + "*(...)", word.position());
        }
        if (!known) {
            throw unknown(word, called);
        }
        return new Part(new Name(word.text()), word.position(), 0, word.text().equals("pi") ? Math.PI : Double.NaN);
    }

    private ExpressionException unknown(Token word, boolean called) {
        if (word.text().startsWith(Names.OTHER) || word.is("other")) {
            return ofPartner(word);
        }
        if (Names.isReserved(word.text())) {
            return tokens.failure(word.text() + " has no meaning here", word.position());
        }
        Stream<String> known =
                called ? FUNCTIONS.stream() : Stream.concat(names.stream().sorted(), ALWAYS_KNOWN.stream());
        String suggestion = Suggestion.of(word.text(), known.toList());
        String what = called ? "unknown function " : "unknown name ";
        return tokens.failure(what + word.shown() + "; " + suggestion, word.position());
    }

    /** A name of a partner that there is not. */
    private ExpressionException ofPartner(Token word) {
        String own = word.is("other") ? "" : word.text().substring(Names.OTHER.length());
        List<String> known = names.stream()
                .filter(name -> name.startsWith(Names.OTHER))
                .sorted()
                .toList();
        String problem;
        if (known.isEmpty()) {
            problem = " stands in dynamics.pairs alone; give a pair mean a name there, and write that name here";
        } else if (names.contains(own)) {
            problem = " is unknown: a partner has no " + own + " of its own; write " + own;
        } else {
            problem = " is unknown; " + Suggestion.of(word.text(), known);
        }
        return tokens.failure(word.shown() + problem, word.position());
    }

    /** What stands between the parentheses of a call. */
    private List<Part> arguments() {
        Token open = tokens.take();
        List<Part> arguments = new ArrayList<>();
        if (!tokens.takes(")")) {
            do {
                arguments.add(inner.get());
            } while (tokens.takes(","));
            tokens.close(open);
        }
        return arguments;
    }

    private Part average(Average.Kind kind, Token word) {
        if (surrounding != null) {
            throw tokens.failure(word.text() + " may not stand inside " + surrounding + "(...)", word.position());
        }
        surrounding = word.text();
        List<Part> arguments = arguments();
        surrounding = null;
        int averaged = kind == Average.Kind.COVARIANCE ? 2 : 1;
        checkCount(word, averaged, arguments.size());
        Expression first = assembly.number(arguments.get(0)).expression();
        Expression second = averaged == 2 ? assembly.number(arguments.get(1)).expression() : null;
        int label = arguments.size() > averaged ? label(word, arguments.get(averaged)) : 0;
        int depth = 1 + arguments.stream().mapToInt(Part::depth).max().orElseThrow();
        return new Part(new Average(kind, first, second, label), word.position(), depth, Double.NaN);
    }

    private void checkCount(Token word, int averaged, int count) {
        if (count != averaged && count != averaged + 1) {
            String accepted = averaged == 1 ? "an expression" : "two expressions";
            String found = count + (count == 1 ? " argument" : " arguments");
            throw tokens.failure(
                    word.text() + " takes " + accepted + " and perhaps a label, not " + found, word.position());
        }
    }

    private int label(Token word, Part part) {
        if (part.expression() instanceof Literal literal && literal.value() >= 1) {
            int label = (int) literal.value();
            if (label == literal.value()) {
                return label;
            }
        }
        throw tokens.failure("the label of " + word.text() + " is a whole number from 1", part.position());
    }

    private static Optional<Average.Kind> kind(String word) {
        return Arrays.stream(Average.Kind.values())
                .filter(kind -> kind.text().equals(word))
                .findFirst();
    }
}
