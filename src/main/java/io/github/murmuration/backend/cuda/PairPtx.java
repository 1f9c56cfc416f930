package io.github.murmuration.backend.cuda;

import static io.github.murmuration.backend.cuda.ColumnPtx.registers;
import static io.github.murmuration.backend.cuda.OperationPtx.line;

import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums over partners in PTX: kernels/pairs_compiled.cuh with every splice replaced. */
final class PairPtx {

    /** Entry point. */
    static final String KERNEL = "pair_sums_compiled";

    private static final String ZERO = "0f00000000";
    private static final Set<Source> OF_PARTNERS =
            EnumSet.of(Source.OTHER_STATE, Source.OTHER_MARK, Source.OTHER_LABEL);

    private final PairPlan plan;
    private final TapedStep step;
    private final Tape tape;

    private PairPtx(PairPlan plan) {
        this.plan = plan;
        this.step = plan.step();
        this.tape = step.program().pair();
    }

    /** @param template PTX of kernels/compiled_pairs.cu */
    static String of(String template, PairPlan plan) {
        PairPtx ptx = new PairPtx(plan);
        return Splices.replace(template, ptx.declarations(), ptx::splice);
    }

    private String declarations() {
        int states = Noise.ROWS * step.dimension();
        int marks = Noise.ROWS * step.marks().count();
        return registers(Source.SLOT, Noise.ROWS * tape.slots())
                + registers(Source.STATE, states)
                + registers(Source.MARK, marks)
                + registers(Source.LABEL, Noise.ROWS)
                + registers(Source.OTHER_STATE, states)
                + registers(Source.OTHER_MARK, marks)
                + registers(Source.OTHER_LABEL, Noise.ROWS)
                + registers(Source.TIME, step.program().times().size())
                + registers(Source.SHARED, step.program().replica().outputs().length)
                + registers(Source.PAIR, Noise.ROWS * plan.values())
                + OperationPtx.SCRATCH;
    }

    private String splice(String what, List<String> words) {
        return switch (what) {
            case "constant" -> line("mov.u32", words.get(1), constant(words.get(0), words.get(2)));
            case "own" -> own(words);
            case "clear" -> clear();
            case "shared" -> shared(words.get(0));
            case "each" -> each(words);
            case "run" ->
                Splices.choice(
                        words.get(0),
                        0,
                        plan.values(),
                        f -> Splices.moves(words.subList(1, 5), ColumnPtx.column(Source.PAIR.at(f))));
            default -> throw new IllegalStateException("no splice is named " + what);
        };
    }

    /**
     * Numbers that differ from one batch of replicas to the next are none.
     * @param said register of what the launch says
     */
    private String constant(String name, String said) {
        Map<String, Integer> constants = new HashMap<>(Map.of(
                "width", plan.columns().count(),
                "values", plan.values(),
                "kind", plan.partners().ordinal()));
        if (plan.tiling().replicas() == 1) {
            constants.put("replicas", 1);
        }
        if (plan.tiling().columns() == Noise.COLUMNS) {
            constants.put("columns", Noise.COLUMNS);
        }
        Integer known = constants.get(name);
        return known == null ? said : known.toString();
    }

    /**
     * What is the same with every partner.
     * @param at where the agents lie in the table, row and fed
     */
    private String own(List<String> at) {
        ColumnPtx column = new ColumnPtx(ColumnPtx.OF_REPLICAS, new StringBuilder());
        for (int c = 0; c < plan.columns().count(); c++) {
            int operand = plan.columns().operands().get(c);
            if (tape.reads(Source.of(operand), Source.index(operand))) {
                fetch(column, operand, c, at);
            }
        }
        fetchAll(
                column,
                Source.TIME,
                step.program().times().size(),
                at.get(4),
                step.row().time());
        int shared = step.row().sharedFrom() - step.row().fedFrom();
        fetchAll(column, Source.SHARED, step.program().replica().outputs().length, at.get(5), shared);
        return column.text().toString();
    }

    /** A column of the table, of the four agents or of their partners. */
    private static void fetch(ColumnPtx column, int operand, int c, List<String> at) {
        int registers = column.common().contains(Source.of(operand)) ? 1 : Noise.ROWS;
        for (int r = 0; r < registers; r++) {
            String place = "[" + at.get(r) + "+" + Float.BYTES * c + "]";
            column.text().append(line("ld.global.nc.f32", column.register(operand, r), place));
        }
    }

    /** What agents have in common. */
    private void fetchAll(ColumnPtx column, Source source, int count, String base, int first) {
        for (int i = 0; i < count; i++) {
            if (tape.reads(source, i)) {
                String place = "[" + base + "+" + Float.BYTES * (first + i) + "]";
                column.text().append(line("ld.global.nc.f32", column.register(source.at(i), 0), place));
            }
        }
    }

    private String clear() {
        StringBuilder text = new StringBuilder();
        for (int f = 0; f < plan.values(); f++) {
            ColumnPtx.column(Source.PAIR.at(f)).forEach(sum -> text.append(line("mov.f32", sum, ZERO)));
        }
        return text.toString();
    }

    /**
     * One partner of the four agents.
     * @param other where it lies in the table
     */
    private String shared(String other) {
        Set<Source> common = EnumSet.copyOf(ColumnPtx.OF_REPLICAS);
        common.addAll(OF_PARTNERS);
        ColumnPtx column = values(common, List.of(other));
        for (int f = 0; f < plan.values(); f++) {
            for (int r = 0; r < Noise.ROWS; r++) {
                column.text().append(add(column, f, r));
            }
        }
        return column.text().toString();
    }

    /**
     * A partner of each.
     * @param words where they lie in the table, then whether they are there
     */
    private String each(List<String> words) {
        ColumnPtx column = values(ColumnPtx.OF_REPLICAS, words);
        for (int r = 0; r < Noise.ROWS; r++) {
            column.text().append(line("setp.lt.s32", "%holds", words.get(Noise.ROWS + r), "1"));
            for (int f = 0; f < plan.values(); f++) {
                column.text().append("@!%holds ").append(add(column, f, r));
            }
        }
        return column.text().toString();
    }

    /** The values of pairs. */
    private ColumnPtx values(Set<Source> common, List<String> others) {
        ColumnPtx column = new ColumnPtx(common, new StringBuilder());
        for (int c = 0; c < plan.columns().count(); c++) {
            int operand = PairColumns.ofPartner(plan.columns().operands().get(c));
            if (tape.reads(Source.of(operand), Source.index(operand))) {
                fetch(column, operand, c, others);
            }
        }
        column.write(tape, operand -> {});
        return column;
    }

    private String add(ColumnPtx column, int f, int r) {
        String sum = ColumnPtx.own(Source.PAIR.at(f), r);
        return line("add.rn.f32", sum, sum, column.register(tape.outputs()[f], r));
    }
}
