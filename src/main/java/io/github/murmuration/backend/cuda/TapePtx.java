package io.github.murmuration.backend.cuda;

import static io.github.murmuration.backend.cuda.ColumnPtx.registers;
import static io.github.murmuration.backend.cuda.OperationPtx.line;

import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tape of an agent in PTX, for the four agents of a column. What lies in memory is read where it is first needed. */
final class TapePtx {

    private static final int ROW_BYTES = Noise.COLUMNS * Float.BYTES;

    /** Fed entries may lie in the memory of a block. */
    private static final String FETCH_FED = "ld.f32";

    private final TapedStep step;
    private final List<String> addresses;
    private final ColumnPtx column = new ColumnPtx(ColumnPtx.OF_REPLICAS, new StringBuilder());
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

    /**
     * Every operation.
     * @param addresses registers of states, marks, the floats from one to the next, row, fed (of any memory) and pair means
     */
    static String of(TapedStep step, List<String> addresses) {
        TapePtx ptx = new TapePtx(step, addresses);
        Tape tape = step.program().agent();
        ptx.column.write(tape, ptx::fetch);
        for (int output : tape.outputs()) {
            ptx.fetch(output);
        }
        return ptx.column.text().toString();
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
            case TIME ->
                fetchOne(
                        "ld.global.nc.f32",
                        operand,
                        addresses.get(3),
                        step.row().time() + index);
            case SHARED ->
                fetchOne(
                        FETCH_FED,
                        operand,
                        addresses.get(4),
                        step.row().sharedFrom() - step.row().fedFrom() + index);
            case REFERENCE -> fetchOne(FETCH_FED, operand, addresses.get(4), index);
            default -> {}
        }
    }

    /** @param base of an array [length][stride] */
    private void fetchColumn(int operand, String base) {
        String bytes = Integer.toString(Float.BYTES * Source.index(operand));
        column.text().append(line("mad.lo.s64", "%at", addresses.get(2), bytes, base));
        for (int r = 0; r < Noise.ROWS; r++) {
            column.text().append(line("ld.global.f32", ColumnPtx.own(operand, r), "[%at+" + ROW_BYTES * r + "]"));
        }
    }

    private void fetchOne(String fetch, int operand, String base, int place) {
        String at = "[" + base + "+" + Float.BYTES * place + "]";
        column.text().append(line(fetch, column.register(operand, 0), at));
    }
}
