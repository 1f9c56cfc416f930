package io.github.murmuration.backend.cuda;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.tape.Operation;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Operations in PTX, for the four agents of a column. Every value is a register; what all agents have in common is one for the four.
 *
 * @param common sources of these
 * @param text modified
 */
record ColumnPtx(Set<Source> common, StringBuilder text) {

    /** What the agents of a replica have in common. */
    static final Set<Source> OF_REPLICAS = EnumSet.of(Source.TIME, Source.SHARED, Source.REFERENCE);

    /** Declares the registers of a source. */
    static String registers(Source source, int count) {
        return count == 0 ? "" : ".reg .f32 " + name(source) + "<" + count + ">;\n";
    }

    private static String name(Source source) {
        return "%" + source.name().toLowerCase(Locale.ROOT);
    }

    /** Register of a value of the r-th agent that it has for itself. */
    static String own(int operand, int r) {
        return name(Source.of(operand)) + (Noise.ROWS * Source.index(operand) + r);
    }

    /** Registers of a value of the four agents that is no partner's. */
    static List<String> column(int operand) {
        return column(OF_REPLICAS, operand);
    }

    private static List<String> column(Set<Source> common, int operand) {
        return IntStream.range(0, Noise.ROWS)
                .mapToObj(r -> register(common, operand, r))
                .toList();
    }

    private static String register(Set<Source> common, int operand, int r) {
        Source source = Source.of(operand);
        return common.contains(source) ? name(source) + Source.index(operand) : own(operand, r);
    }

    /** Register of a value of the r-th agent. */
    String register(int operand, int r) {
        return register(common, operand, r);
    }

    /**
     * Adds every operation.
     * @param fetch what an operand takes before it is read
     */
    void write(Tape tape, IntConsumer fetch) {
        int[] code = tape.code();
        for (int i = 0; i < code.length; i += Tape.WIDTH) {
            Operation operation = Operation.values()[code[i]];
            int[] operands = IntStream.range(i + 2, i + 2 + operation.operands())
                    .map(o -> code[o])
                    .toArray();
            IntStream.of(operands).forEach(fetch);
            write(operation, Source.SLOT.at(code[i + 1]), operands);
        }
    }

    private void write(Operation operation, int slot, int[] operands) {
        if (OperationPtx.isFunction(operation)) {
            List<List<String>> columns = IntStream.of(operands)
                    .mapToObj(operand -> column(common, operand))
                    .toList();
            text.append(OperationPtx.call(operation, column(slot), columns));
            return;
        }
        for (int agent = 0; agent < Noise.ROWS; agent++) {
            int r = agent;
            List<String> x = IntStream.of(operands)
                    .mapToObj(operand -> register(operand, r))
                    .toList();
            text.append(OperationPtx.of(operation, own(slot, r), x));
        }
    }
}
