package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.cuda.DeviceTape.OperandPlace;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a tape of pairs reads of an agent, or of its partner: the columns of the table of kernels/pair_table.cuh.
 *
 * @param operands of the agent: STATE, MARK and LABEL, one for each column
 */
record PairColumns(List<Integer> operands) {

    static PairColumns of(TapedStep step) {
        Tape tape = step.program().pair();
        return new PairColumns(Stream.of(
                        read(tape, Source.STATE, Source.OTHER_STATE, step.dimension()),
                        read(tape, Source.MARK, Source.OTHER_MARK, step.marks().count()),
                        read(tape, Source.LABEL, Source.OTHER_LABEL, 1))
                .flatMap(IntStream::boxed)
                .toList());
    }

    private static IntStream read(Tape tape, Source own, Source others, int count) {
        return IntStream.range(0, count)
                .filter(i -> tape.reads(own, i) || tape.reads(others, i))
                .map(own::at);
    }

    int count() {
        return operands.size();
    }

    /** Column of a value of the agent or of its partner. */
    int of(Source source, int index) {
        Source own = switch (source) {
            case OTHER_STATE -> Source.STATE;
            case OTHER_MARK -> Source.MARK;
            case OTHER_LABEL -> Source.LABEL;
            default -> source;
        };
        return operands.indexOf(own.at(index));
    }

    /** The partner's value that an agent's has beside it in a column. */
    static int ofPartner(int operand) {
        int index = Source.index(operand);
        return switch (Source.of(operand)) {
            case STATE -> Source.OTHER_STATE.at(index);
            case MARK -> Source.OTHER_MARK.at(index);
            default -> Source.OTHER_LABEL.at(index);
        };
    }

    /** As the kernel reads them. */
    int[] words() {
        return operands.stream().mapToInt(PairColumns::word).toArray();
    }

    private static int word(int operand) {
        int index = Source.index(operand);
        return switch (Source.of(operand)) {
            case STATE -> OperandPlace.STATE.at(index);
            case MARK -> OperandPlace.MARK.at(index);
            default -> OperandPlace.SLOT.at(index);
        };
    }
}
