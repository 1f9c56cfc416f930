package io.github.murmuration.tape;

import java.util.List;

/** A value of a graph. Equal values of one graph are one node. */
public final class Node {

    /** How a value comes about. */
    sealed interface Origin {}

    /** An input of the tape. */
    record Input(Source source, int index) implements Origin {}

    /** A value of the row of the step. */
    record Row(TimeValue value) implements Origin {}

    /** The result of an operation. */
    record Result(Operation operation, List<Node> operands) implements Origin {}

    private final int number;
    private final Rank rank;
    private final Origin origin;

    /** @param number of nodes made before this one */
    Node(int number, Rank rank, Origin origin) {
        this.number = number;
        this.rank = rank;
        this.origin = origin;
    }

    /** What it depends on. */
    public Rank rank() {
        return rank;
    }

    int number() {
        return number;
    }

    Origin origin() {
        return origin;
    }
}
