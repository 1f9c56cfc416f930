package io.github.murmuration.backend.vector;

import io.github.murmuration.schedule.TapeLayout;
import io.github.murmuration.tape.Operation;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.ArrayList;
import java.util.List;

/**
 * Operations on pairs of agents, each result a value of its own.
 *
 * @param operations value v is the result of the v-th
 */
record PairWork(List<Step> operations, List<Operand> outputs) {

    /** One operation. */
    record Step(Operation operation, List<Operand> operands) {}

    /** A number that is read. */
    record Operand(Kind kind, int index) {

        boolean isValue() {
            return kind == Kind.VALUE;
        }
    }

    /** Where an operand comes from, and what its index counts. */
    enum Kind {
        /** Result of an operation. */
        VALUE,
        /** Column of the agents. */
        OWN,
        /** Column of their partners. */
        OTHER,
        /** Position in the row of the replica. */
        SHARED,
        /** An array where values are kept between two loops. */
        ROOM
    }

    /** Columns of agents: coordinates d, marks q, the label. */
    record Columns(int dimension, int marks) {
        int count() {
            return dimension + marks + 1;
        }
    }

    static PairWork of(Tape tape, TapeLayout row, Columns columns) {
        List<Step> steps = new ArrayList<>();
        int[] valueIn = new int[tape.slots()];
        int[] code = tape.code();
        for (int i = 0; i < code.length; i += Tape.WIDTH) {
            Operation operation = Operation.values()[code[i]];
            List<Operand> operands = new ArrayList<>();
            for (int o = 0; o < operation.operands(); o++) {
                operands.add(operand(code[i + 2 + o], valueIn, row, columns));
            }
            valueIn[code[i + 1]] = steps.size();
            steps.add(new Step(operation, operands));
        }
        List<Operand> outputs = new ArrayList<>();
        for (int output : tape.outputs()) {
            outputs.add(operand(output, valueIn, row, columns));
        }
        return new PairWork(steps, outputs);
    }

    private static Operand operand(int code, int[] valueIn, TapeLayout row, Columns columns) {
        int index = Source.index(code);
        return switch (Source.of(code)) {
            case SLOT -> new Operand(Kind.VALUE, valueIn[index]);
            case STATE -> new Operand(Kind.OWN, index);
            case MARK -> new Operand(Kind.OWN, columns.dimension() + index);
            case LABEL -> new Operand(Kind.OWN, columns.count() - 1);
            case OTHER_STATE -> new Operand(Kind.OTHER, index);
            case OTHER_MARK -> new Operand(Kind.OTHER, columns.dimension() + index);
            case OTHER_LABEL -> new Operand(Kind.OTHER, columns.count() - 1);
            case TIME -> new Operand(Kind.SHARED, row.time() + index);
            case SHARED -> new Operand(Kind.SHARED, row.sharedFrom() + index);
            default -> throw new IllegalStateException(Source.of(code) + " in a tape of pairs");
        };
    }
}
