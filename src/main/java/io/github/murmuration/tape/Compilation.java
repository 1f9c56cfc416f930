package io.github.murmuration.tape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Splits a graph into tapes, and numbers what the tapes read. */
final class Compilation {
    private final Map<TimeValue, Integer> times = new LinkedHashMap<>();
    private final Map<Node, Integer> shared = new LinkedHashMap<>();

    Program program(List<Node> agentOutputs, List<Node> pairOutputs) {
        Tape agent = new Writing(Rank.AGENT, "agent", this::operand).tape(agentOutputs);
        Tape pair = new Writing(Rank.AGENT, "pair", this::operand).tape(pairOutputs);
        Tape replica = new Writing(Rank.REPLICA, "replica", this::operand).tape(List.copyOf(shared.keySet()));
        return new Program(agent, pair, replica, List.copyOf(times.keySet()));
    }

    Program single(List<Node> agentOutputs) {
        Tape agent = new Writing(Rank.REPLICA, "replica", this::operand).tape(agentOutputs);
        return new Program(agent, Tape.NOTHING, Tape.NOTHING, List.copyOf(times.keySet()));
    }

    /** Where a tape of this rank and higher ones finds a node that it does not work out itself. */
    private int operand(Rank rank, Node node) {
        if (node.origin() instanceof Node.Row row) {
            return Source.TIME.at(numbered(times, row.value()));
        }
        if (node.rank().compareTo(rank) < 0) {
            return Source.SHARED.at(numbered(shared, node));
        }
        Node.Input input = (Node.Input) node.origin();
        return input.source().at(input.index());
    }

    private static <T> int numbered(Map<T, Integer> numbers, T value) {
        return numbers.computeIfAbsent(value, absent -> numbers.size());
    }
}
