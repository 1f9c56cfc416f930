package io.github.murmuration.tape;

/** Where an operand of a tape comes from. The ordinal is part of a tape's code: append only. */
public enum Source {
    /** Result of an earlier operation. */
    SLOT(null),
    /** Coordinate of the agent before the step. */
    STATE(Rank.AGENT),
    /** Mark of the agent. */
    MARK(Rank.AGENT),
    /** Standard normal of the agent's source of noise. */
    NORMAL(Rank.AGENT),
    /** Label of the agent, from 1. */
    LABEL(Rank.AGENT),
    /** Function of time, rounded once, in the row of the step. */
    TIME(null),
    /** Output of the replica's tape. */
    SHARED(null),
    /** Point that the sums of a channel are about. */
    REFERENCE(Rank.AGENT),
    /** Mean of the population; read by tapes of replicas alone. */
    MEAN(Rank.REPLICA),
    /** Standard normal of the population's source of noise; read by tapes of replicas alone. */
    COMMON(Rank.REPLICA),
    /** Mean over partners of a value of pairs; read by tapes of agents alone. */
    PAIR(Rank.AGENT),
    /** Coordinate of the partner before the step; this source and the next two are read by tapes of pairs alone. */
    OTHER_STATE(Rank.AGENT),
    /** Mark of the partner. */
    OTHER_MARK(Rank.AGENT),
    /** Label of the partner, from 1. */
    OTHER_LABEL(Rank.AGENT);

    private static final Source[] SOURCES = values();
    private static final int INDEX_BITS = 24;

    private final Rank rank;

    Source(Rank rank) {
        this.rank = rank;
    }

    /** The operand that is this source's value of an index. */
    public int at(int index) {
        return ordinal() << INDEX_BITS | index;
    }

    /** Where an operand comes from. */
    public static Source of(int operand) {
        return SOURCES[operand >>> INDEX_BITS];
    }

    /** Which of its source's values an operand is. */
    public static int index(int operand) {
        return operand & (1 << INDEX_BITS) - 1;
    }

    /** Rank of a node that reads it; null where no node does. */
    Rank rank() {
        return rank;
    }
}
