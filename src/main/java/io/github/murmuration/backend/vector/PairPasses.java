package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.vector.PairStages.Function;
import io.github.murmuration.backend.vector.PairStages.Loop;
import io.github.murmuration.backend.vector.PairStages.Stage;
import io.github.murmuration.ensemble.PartnerChoice;
import java.util.List;

/** Stages of work on pairs, ready to run; by many threads at once, each on a block of its own. */
final class PairPasses {

    private static final int V = Lanes.COUNT;
    private static final int WIDEST = 4;
    private static final int FEW_TURNS = 16;
    private static final int FEW_CALLS = 2000;

    private final PairStages plan;
    private final List<Stage> stages;
    private final PairLoop[] loops;

    /** Vectors of agents that the only loop across takes at a time where there are enough, and that loop; 1 and null if there is none. */
    private final int width;

    private final PairLoop wide;

    private PairPasses(PairStages plan, boolean across) {
        this.plan = plan;
        this.stages = plan.stages();
        this.loops = new PairLoop[stages.size()];
        for (int s = 0; s < loops.length; s++) {
            if (stages.get(s) instanceof Loop loop) {
                loops[s] = across ? PairLoopMaker.across(loop, 1) : PairLoopMaker.beside(loop);
            } else if (stages.get(s) instanceof Function function) {
                loops[s] = pass(function);
            }
        }
        this.width = across && loops.length == 1 ? width((Loop) stages.get(0)) : 1;
        this.wide = width > 1 ? PairLoopMaker.across((Loop) stages.get(0), width) : null;
    }

    /** Agents with partners one after the other. */
    static PairPasses across(PairStages stages) {
        return new PairPasses(stages, true);
    }

    /** Agents and partners side by side. */
    static PairPasses beside(PairStages stages) {
        return new PairPasses(stages, false);
    }

    int rooms() {
        return plan.rooms();
    }

    /** Rooms of outputs that are columns. */
    int[] outputRooms() {
        return plan.outputRooms();
    }

    /** The sums wait for each other: more of them at a time, as many as the compiler takes. */
    private static int width(Loop loop) {
        int width = WIDEST;
        while (width > 1 && width * loop.weight() > PairStages.MOST) {
            width /= 2;
        }
        return width;
    }

    /** All stages, as many turns as the block counts: of those with rooms at most as many as a room takes. */
    void run(PairBlock block) {
        for (PairLoop loop : loops) {
            loop.run(block);
        }
    }

    /**
     * Vectors of agents, the first of all columns, with some partners, the first of all columns.
     * @param block where it stands is modified
     */
    void across(PairBlock block, int vectors, int partners) {
        for (int u = 0; u < vectors; ) {
            boolean enough = wide != null && u + width <= vectors;
            block.ownAt = u * V;
            block.sumsAt = u * V;
            for (int j = 0; j < partners; j += block.count) {
                block.otherAt = j;
                block.count = Math.min(turns(block), partners - j);
                if (enough) {
                    wide.run(block);
                } else {
                    run(block);
                }
            }
            u += enough ? width : 1;
        }
    }

    /**
     * Turns at a time: as many as a room takes, or all. Few at first, where there are no rooms: the compiler takes a method that was called
     * often before a loop that turned often, and once, not twice.
     */
    private int turns(PairBlock block) {
        if (loops.length > 1) {
            return PairBlock.TURNS;
        }
        if (block.calls < FEW_CALLS) {
            block.calls++;
            return FEW_TURNS;
        }
        return PartnerChoice.RUN;
    }

    /** Each a class of its own: a call that meets three of them or more is not inlined, and none grows too large (package-info). */
    private static PairLoop pass(Function function) {
        int from = function.from()[0];
        int last = function.from()[function.from().length - 1];
        int to = function.into();
        return switch (function.operation()) {
            case EXP -> block -> VectorMath.exp(block.rooms[from], 0, block.rooms[to], 0, block.count * V);
            case LOG -> block -> VectorMath.log(block.rooms[from], 0, block.rooms[to], 0, block.count * V);
            case SIN -> block -> VectorMath.sin(block.rooms[from], 0, block.rooms[to], 0, block.count * V);
            case COS -> block -> VectorMath.cos(block.rooms[from], 0, block.rooms[to], 0, block.count * V);
            case TANH -> block -> VectorMath.tanh(block.rooms[from], 0, block.rooms[to], 0, block.count * V);
            case ATAN2 ->
                block -> VectorMath.atan2(
                        block.rooms[from], 0, block.rooms[last], 0, block.rooms[to], 0, block.count * V);
            default -> throw new IllegalStateException(function.operation() + " is part of a loop");
        };
    }
}
