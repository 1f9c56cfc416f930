package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.ExpressionException;
import io.github.murmuration.expression.Parser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the expressions of a model.
 * @param names that they may have in them
 */
record ExpressionReader(Set<String> names) {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_]*");

    Expression read(String path, String text) {
        try {
            return Parser.parse(text, names);
        } catch (ExpressionException e) {
            throw ScenarioException.unread(path, e);
        }
    }

    Map<String, Expression> all(String path, Map<String, String> texts) {
        Map<String, Expression> expressions = new LinkedHashMap<>();
        texts.forEach((name, text) -> expressions.put(name, read(path + "." + name, text)));
        return expressions;
    }

    /** The value of an expression of numbers and pi alone. */
    static double constant(String path, String text) {
        Set<String> words = WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
        Expression expression = new ExpressionReader(words).read(path, text);
        if (!expression.names().isEmpty() || !expression.averages().isEmpty()) {
            throw ScenarioException.refused(path, text, "a number, or an expression of numbers and pi");
        }
        return expression.value(name -> 0);
    }
}
