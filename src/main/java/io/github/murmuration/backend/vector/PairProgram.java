package io.github.murmuration.backend.vector;

import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.schedule.TapeLayout;
import io.github.murmuration.tape.Tape;

/**
 * The tape of pairs of a model, ready to run.
 *
 * @param columns of an agent in a table
 * @param own what depends on the agent alone: further columns, for work across
 * @param other what depends on the partner alone: further columns, for work across
 * @param across the rest, for agents with partners one after the other
 * @param beside all of it, for agents and partners side by side
 */
record PairProgram(int columns, PairPasses own, PairPasses other, PairPasses across, PairPasses beside) {

    static PairProgram of(TapedStep step) {
        PairWork.Columns columns =
                new PairWork.Columns(step.dimension(), step.marks().count());
        return of(step.program().pair(), step.row(), columns);
    }

    static PairProgram of(Tape tape, TapeLayout row, PairWork.Columns columns) {
        PairWork work = PairWork.of(tape, row, columns);
        PairParts parts = new PairParts(work, columns.count());
        return new PairProgram(
                columns.count(),
                PairPasses.beside(PairStages.columns(parts.own())),
                PairPasses.beside(PairStages.columns(parts.other())),
                PairPasses.across(PairStages.sums(parts.rest())),
                PairPasses.beside(PairStages.sums(work)));
    }

    /** Rooms that its sums take at most. */
    int mostRooms() {
        return Math.max(across.rooms(), beside.rooms());
    }
}
