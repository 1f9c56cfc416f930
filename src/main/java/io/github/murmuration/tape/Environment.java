package io.github.murmuration.tape;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import java.util.Map;

/**
 * The values of the names and averages of an expression.
 *
 * @param nodes values of replicas and agents
 * @param times functions of {@code t}, the time, and {@code h}, the step, and of nothing else; constants too
 * @param averages values of averages
 * @param atEnd whether time is taken at the end of the step, not at its beginning
 */
public record Environment(
        Map<String, Node> nodes, Map<String, Expression> times, Map<Average, Node> averages, boolean atEnd) {}
