package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.tape.Operation;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * A tape as kernels/tape.cuh reads it. Slots behind those of the tape hold what is there before the first instruction: normals and the
 * label of an agent, or averages and normals of a replica.
 *
 * @param words instructions of {@link #WIDTH} numbers, one that is not executed, then the operands of the outputs; whole instructions
 * @param count instructions
 * @param slots with those that are given
 * @param given first of these
 * @param labelSlot where the label is given; NONE where it is not read
 */
record DeviceTape(int[] words, int count, int outputs, int slots, int given, int labelSlot) {

    static final int WIDTH = 4;
    static final int NONE = -1;

    /** Bits of an operand that say which within its place. */
    static final int OPERAND_BITS = 28;

    private static final int OPERANDS_SHIFT = 8;
    private static final int SLOT_SHIFT = 16;

    /** Where operands lie: kernels/tape.cuh. */
    enum OperandPlace {
        SLOT,
        STATE,
        MARK,
        PAIR,
        TIME,
        FED,
        OWN,
        OTHER;

        int at(int number) {
            return ordinal() << OPERAND_BITS | number;
        }
    }

    /** The step of an agent; TIME is counted from the beginning of a row, FED from its reference. */
    static DeviceTape ofStep(TapedStep step) {
        Tape tape = step.program().agent();
        int label = tape.slots() + step.sources();
        DeviceTape made = of(tape, step.sources() + labels(tape), (source, index) -> switch (Source.values()[source]) {
            case SLOT -> OperandPlace.SLOT.at(index);
            case STATE -> OperandPlace.STATE.at(index);
            case MARK -> OperandPlace.MARK.at(index);
            case NORMAL -> OperandPlace.SLOT.at(tape.slots() + index);
            case PAIR -> OperandPlace.PAIR.at(index);
            case LABEL -> OperandPlace.SLOT.at(label);
            case TIME -> OperandPlace.TIME.at(step.row().time() + index);
            case SHARED ->
                OperandPlace.FED.at(step.row().sharedFrom() - step.row().fedFrom() + index);
            case REFERENCE -> OperandPlace.FED.at(index);
            default -> throw refusal(source, "an agent");
        });
        return made.readingLabels(tape, label);
    }

    /** Where an agent starts, and its features there; TIME is counted from its first value, FED from the reference of the starts. */
    static DeviceTape ofStart(TapedStep step) {
        Tape tape = step.start().agent();
        DeviceTape made = of(tape, labels(tape), (source, index) -> switch (Source.values()[source]) {
            case SLOT -> OperandPlace.SLOT.at(index);
            case STATE -> OperandPlace.STATE.at(index);
            case MARK -> OperandPlace.MARK.at(index);
            case LABEL -> OperandPlace.SLOT.at(tape.slots());
            case TIME -> OperandPlace.TIME.at(index);
            case REFERENCE -> OperandPlace.FED.at(index);
            default -> throw refusal(source, "a start");
        });
        return made.readingLabels(tape, tape.slots());
    }

    /** What a replica has in common; TIME and FED as for a step. */
    static DeviceTape ofReplica(TapedStep step) {
        Tape tape = step.program().replica();
        int averages = step.moments().size();
        return of(tape, averages + step.commonSources(), (source, index) -> switch (Source.values()[source]) {
            case SLOT -> OperandPlace.SLOT.at(index);
            case MEAN -> OperandPlace.SLOT.at(tape.slots() + index);
            case COMMON -> OperandPlace.SLOT.at(tape.slots() + averages + index);
            case TIME -> OperandPlace.TIME.at(step.row().time() + index);
            case REFERENCE -> OperandPlace.FED.at(index);
            default -> throw refusal(source, "a replica");
        });
    }

    /** The values of a pair, behind which lie their sums over a run; TIME and FED as for a step. */
    static DeviceTape ofPairs(TapedStep step, PairColumns columns) {
        Tape tape = step.program().pair();
        return of(tape, step.pairs(), (source, index) -> switch (Source.values()[source]) {
            case SLOT -> OperandPlace.SLOT.at(index);
            case STATE, MARK, LABEL -> OperandPlace.OWN.at(columns.of(Source.values()[source], index));
            case OTHER_STATE, OTHER_MARK, OTHER_LABEL ->
                OperandPlace.OTHER.at(columns.of(Source.values()[source], index));
            case TIME -> OperandPlace.TIME.at(step.row().time() + index);
            case SHARED ->
                OperandPlace.FED.at(step.row().sharedFrom() - step.row().fedFrom() + index);
            default -> throw refusal(source, "pairs");
        });
    }

    /** Bytes from the beginning of the words to the outputs. */
    long outputBytes() {
        return (long) Integer.BYTES * WIDTH * (count + 1);
    }

    long bytes() {
        return (long) Integer.BYTES * words.length;
    }

    /** Slots that a label takes. */
    private static int labels(Tape tape) {
        return tape.reads(Source.LABEL) ? 1 : 0;
    }

    private DeviceTape readingLabels(Tape tape, int slot) {
        return new DeviceTape(words, count, outputs, slots, given, tape.reads(Source.LABEL) ? slot : NONE);
    }

    private static IllegalStateException refusal(int source, String what) {
        return new IllegalStateException(Source.values()[source] + " in the tape of " + what);
    }

    /**
     * @param given slots.
     * @param places (ordinal of a source, index) to operand
     */
    private static DeviceTape of(Tape tape, int given, IntBinaryOperator places) {
        int[] outputs = Arrays.stream(tape.outputs())
                .map(operand -> place(operand, places))
                .toArray();
        int[] copied = overwritten(outputs);
        int count = tape.operations() + copied.length;
        int[] words = new int[WIDTH * (count + 1) + (outputs.length + WIDTH - 1) / WIDTH * WIDTH];
        for (int i = 0; i < tape.operations(); i++) {
            instruction(tape.code(), i, places, words);
        }
        for (int i = 0; i < copied.length; i++) {
            int slot = tape.slots() + given + i;
            copy(outputs[copied[i]], slot, words, WIDTH * (tape.operations() + i));
            outputs[copied[i]] = OperandPlace.SLOT.at(slot);
        }
        System.arraycopy(outputs, 0, words, WIDTH * (count + 1), outputs.length);
        return new DeviceTape(words, count, outputs.length, tape.slots() + given + copied.length, tape.slots(), NONE);
    }

    private static int place(int operand, IntBinaryOperator places) {
        return places.applyAsInt(Source.of(operand).ordinal(), Source.index(operand));
    }

    private static void instruction(int[] code, int i, IntBinaryOperator places, int[] words) {
        int from = Tape.WIDTH * i;
        int operands = Operation.values()[code[from]].operands();
        words[WIDTH * i] = word(code[from], operands, code[from + 1]);
        for (int o = 0; o < operands; o++) {
            words[WIDTH * i + 1 + o] = place(code[from + 2 + o], places);
        }
    }

    private static int word(int operation, int operands, int slot) {
        return operation | operands << OPERANDS_SHIFT | slot << SLOT_SHIFT;
    }

    /** Outputs that are coordinates which an earlier output overwrites. */
    private static int[] overwritten(int[] outputs) {
        return IntStream.range(0, outputs.length)
                .filter(c -> outputs[c] >>> OPERAND_BITS == OperandPlace.STATE.ordinal())
                .filter(c -> (outputs[c] & (1 << OPERAND_BITS) - 1) < c)
                .toArray();
    }

    /** The lesser of a value and itself is that value, bit by bit. */
    private static void copy(int operand, int slot, int[] words, int at) {
        words[at] = word(Operation.MIN.ordinal(), Operation.MIN.operands(), slot);
        words[at + 1] = operand;
        words[at + 2] = operand;
    }
}
