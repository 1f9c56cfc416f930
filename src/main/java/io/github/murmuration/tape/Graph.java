package io.github.murmuration.tape;

import io.github.murmuration.expression.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that depend on each other; equal ones are one node. */
public final class Graph {
    private static final Set<String> NAMES_OF_TIME = Set.of("t", "h");

    private final Map<Node.Origin, Node> nodes = new HashMap<>();

    /**
     * A value that the tapes are given.
     *
     * @param source any but SLOT, TIME and SHARED, which tapes are not given but make
     */
    public Node input(Source source, int index) {
        if (source.rank() == null) {
            throw new IllegalArgumentException(source + " is no input");
        }
        return node(source.rank(), new Node.Input(source, index));
    }

    /**
     * A function of time in float64, rounded once.
     *
     * @param ofTime of {@code t}, the time, and {@code h}, the step; it reads no other names
     * @param atEnd whether t is the end of the step, not its beginning
     */
    public Node time(Expression ofTime, boolean atEnd) {
        Set<String> names = ofTime.names();
        if (!NAMES_OF_TIME.containsAll(names)) {
            throw new IllegalArgumentException(ofTime.text() + " is no function of time");
        }
        Rank rank = names.isEmpty() ? Rank.CONSTANT : Rank.TIME;
        return node(rank, new Node.Row(new TimeValue(ofTime, atEnd && names.contains("t"))));
    }

    /** The result of an operation in float32. Its rank is REPLICA at least: what depends on less is an expression of time. */
    public Node apply(Operation operation, Node... operands) {
        if (operands.length != operation.operands()) {
            throw new IllegalArgumentException(operation + " of " + operands.length + " values");
        }
        Rank rank = Rank.REPLICA;
        for (Node operand : operands) {
            rank = rank.with(operand.rank());
        }
        return node(rank, new Node.Result(operation, List.of(operands)));
    }

    /** The value of an expression: constants and time in float64, rounded once; replicas and agents in float32. */
    public Node lower(Expression expression, Environment environment) {
        return new Lowering(this, environment).node(expression);
    }

    /**
     * Tapes that give these values to every agent. Values of lower rank than AGENT are read as TIME or SHARED.
     *
     * @throws IllegalArgumentException with the count, beyond 1024 operations or 64 values at a time
     */
    public Program program(List<Node> agentOutputs) {
        return program(agentOutputs, List.of());
    }

    /**
     * The same, and a tape that gives values to every pair of agents.
     *
     * @throws IllegalArgumentException with the count, beyond 1024 operations or 64 values at a time of a tape
     */
    public Program program(List<Node> agentOutputs, List<Node> pairOutputs) {
        return new Compilation().program(agentOutputs, pairOutputs);
    }

    /**
     * A tape that gives these values to an agent where no replica's tape is run, as at the start: it works out what is the same for all
     * agents as well.
     *
     * @throws IllegalArgumentException with the count, beyond 1024 operations or 64 values at a time
     */
    public Program single(List<Node> agentOutputs) {
        return new Compilation().single(agentOutputs);
    }

    private Node node(Rank rank, Node.Origin origin) {
        return nodes.computeIfAbsent(origin, absent -> new Node(rank, origin));
    }
}
