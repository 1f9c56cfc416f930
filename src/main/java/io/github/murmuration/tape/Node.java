package io.github.murmuration.tape;

import java.util.List;

/** A value of a graph. */
public final class Node {

    /** How a value comes about: nodes of equal origin are one. */
    sealed interface Origin {}

    /** It is given. */
    record Input(Source source, int index) implements Origin {}

    /** It is read from the row of the step. */
    record Row(TimeValue value) implements Origin {}

    /** It is computed. */
    record Result(Operation operation, List<Node> operands) implements Origin {}

    private final Rank rank;
    private final Origin origin;

    Node(Rank rank, Origin origin) {
        this.rank = rank;
        this.origin = origin;
    }

    /** What it depends on. */
    public Rank rank() {
        return rank;
    }

    Origin origin() {
        return origin;
    }

    /** What it is computed from; nothing if it is given or read. */
    List<Node> operands() {
        return origin instanceof Result result ? result.operands() : List.of();
    }
}
