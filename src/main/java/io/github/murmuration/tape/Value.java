package io.github.murmuration.tape;

import io.github.murmuration.expression.Expression;
import java.util.List;

/**
 * What an expression was lowered to: a function of time, or a node.
 *
 * @param rank the highest of the names and averages that the expression reads
 * @param ofTime null for REPLICA and AGENT
 * @param node null for CONSTANT and TIME
 * @param factors the two that a product in float32 is made of; empty for all else
 */
record Value(Rank rank, Expression ofTime, Node node, List<Node> factors) {

    static Value ofTime(Rank rank, Expression expression) {
        return new Value(rank, expression, null, List.of());
    }

    static Value of(Rank rank, Node node) {
        return new Value(rank, null, node, List.of());
    }

    boolean isProductOf(Rank wanted) {
        return rank == wanted && !factors.isEmpty();
    }
}
