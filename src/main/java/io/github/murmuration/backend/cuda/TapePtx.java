package io.github.murmuration.backend.cuda;

import static io.github.murmuration.backend.cuda.OperationPtx.line;

import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.tape.Operation;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The tape of an agent in PTX, for the four agents of a column. Every value is a register; what all agents have in common is one for the
 * four. What lies in memory is read where it is first needed.
 */
final class TapePtx {

    private static final int ROW_BYTES = Noise.COLUMNS * Float.BYTES;

    private final TapedStep step;
    private final List<String> addresses;
    private final StringBuilder text = new StringBuilder();
    private final Set<Integer> read = new HashSet<>();

    private TapePtx(TapedStep step, List<String> addresses) {
        this.step = step;
        this.addresses = addresses;
    }

    /** Registers of every value. */
    static String declarations(TapedStep step) {
        Tape tape = step.program().agent();
        return registers(Source.SLOT, Noise.ROWS * tape.slots())
                + registers(Source.STATE, Noise.ROWS * step.dimension())
                + registers(Source.MARK, Noise.ROWS * step.marks().count())
                + registers(Source.NORMAL, Noise.ROWS * step.sources())
                + registers(Source.PAIR, Noise.ROWS * step.pairs())
                + registers(Source.LABEL, Noise.ROWS)
                + registers(Source.TIME, step.program().times().size())
                + registers(Source.SHARED, step.program().replica().outputs().length)
                + registers(Source.REFERENCE, step.row().channels())
                + ".reg .b64 %at;\n"
                + OperationPtx.SCRATCH;
    }

    /** Every operation. @param addresses registers of states, marks, the floats from one to the next, row, fed and pair means */
    static String of(TapedStep step, List<String> addresses) {
        TapePtx ptx = new TapePtx(step, addresses);
        ptx.write();
        return ptx.text.toString();
    }

    private static String register(int operand, int r) {
        Source source = Source.of(operand);
        int index = Source.index(operand);
        return switch (source) {
            case SLOT, STATE, MARK, PAIR, NORMAL, LABEL -> name(source) + (Noise.ROWS * index + r);
            case TIME, SHARED, REFERENCE -> name(source) + index;
            case MEAN, COMMON, OTHER_STATE, OTHER_MARK, OTHER_LABEL ->
                throw new IllegalStateException(source + " in the tape of an agent");
        };
    }

    private static String name(Source source) {
        return "%" + source.name().toLowerCase(Locale.ROOT);
    }

    private static String registers(Source source, int count) {
        return count == 0 ? "" : ".reg .f32 " + name(source) + "<" + count + ">;\n";
    }

    /** Registers of a value of the four agents. */
    static List<String> column(int operand) {
        return IntStream.range(0, Noise.ROWS)
                .mapToObj(r -> register(operand, r))
                .toList();
    }

    private void write() {
        Tape tape = step.program().agent();
        for (int i = 0; i < tape.code().length; i += Tape.WIDTH) {
            write(tape.code(), i);
        }
        for (int output : tape.outputs()) {
            fetch(output);
        }
    }

    private void write(int[] code, int at) {
        Operation operation = Operation.values()[code[at]];
        List<Integer> operands = new ArrayList<>();
        for (int o = 0; o < operation.operands(); o++) {
            operands.add(code[at + 2 + o]);
            fetch(code[at + 2 + o]);
        }
        int slot = Source.SLOT.at(code[at + 1]);
        if (OperationPtx.isFunction(operation)) {
            text.append(OperationPtx.call(
                    operation,
                    column(slot),
                    operands.stream().map(TapePtx::column).toList()));
            return;
        }
        for (int agent = 0; agent < Noise.ROWS; agent++) {
            int r = agent;
            List<String> x =
                    operands.stream().map(operand -> register(operand, r)).toList();
            text.append(OperationPtx.of(operation, register(slot, r), x));
        }
    }

    /** Reads a value that lies in memory, once. */
    private void fetch(int operand) {
        if (!read.add(operand)) {
            return;
        }
        int index = Source.index(operand);
        switch (Source.of(operand)) {
            case STATE -> fetchColumn(operand, addresses.get(0));
            case MARK -> fetchColumn(operand, addresses.get(1));
            case PAIR -> fetchColumn(operand, addresses.get(5));
            case TIME -> fetchOne(operand, addresses.get(3), step.row().time() + index);
            case SHARED ->
                fetchOne(
                        operand,
                        addresses.get(4),
                        step.row().sharedFrom() - step.row().fedFrom() + index);
            case REFERENCE -> fetchOne(operand, addresses.get(4), index);
            default -> {}
        }
    }

    /** @param base of an array [length][stride] */
    private void fetchColumn(int operand, String base) {
        String bytes = Integer.toString(Float.BYTES * Source.index(operand));
        text.append(line("mad.lo.s64", "%at", addresses.get(2), bytes, base));
        for (int r = 0; r < Noise.ROWS; r++) {
            text.append(line("ld.global.f32", register(operand, r), "[%at+" + ROW_BYTES * r + "]"));
        }
    }

    private void fetchOne(int operand, String base, int place) {
        text.append(line("ld.global.nc.f32", register(operand, 0), "[" + base + "+" + Float.BYTES * place + "]"));
    }
}
