package io.github.murmuration.tape;

import io.github.murmuration.expression.Expression;
import java.util.List;

/** Values that depend on each other; each is made once. */
public final class Graph {

    /** A value that the tapes are given: of any source but SLOT, TIME and SHARED. */
    public Node input(Source source, int index) {
        throw new UnsupportedOperationException();
    }

    /**
     * A function of time in float64, rounded once.
     *
     * @param ofTime of {@code t}, the time, and {@code h}, the step; it reads no other names
     * @param atEnd whether t is the end of the step, not its beginning
     */
    public Node time(Expression ofTime, boolean atEnd) {
        throw new UnsupportedOperationException();
    }

    /** The result of an operation in float32; REPLICA is its lowest rank. */
    public Node apply(Operation operation, Node... operands) {
        throw new UnsupportedOperationException();
    }

    /** The value of an expression: time and constants in float64, rounded once; replicas and agents in float32. */
    public Node lower(Expression expression, Environment environment) {
        throw new UnsupportedOperationException();
    }

    /**
     * Tapes that give these values to every agent. Values of lower rank than AGENT are read as TIME or SHARED.
     *
     * @throws IllegalArgumentException with the count, beyond 1024 operations or 64 values at a time
     */
    public Program program(List<Node> agentOutputs) {
        throw new UnsupportedOperationException();
    }
}
