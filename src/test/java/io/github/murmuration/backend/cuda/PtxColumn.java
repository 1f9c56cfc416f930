package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.tape.Interpreter;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** The step of the four agents of a column, by the tape and by the PTX that is made of it, around which lies what the kernel has there. */
final class PtxColumn {

    private static final int STRIDE = 3 * Noise.TILE;
    private static final int REGION_SHIFT = 40;

    /** Where states, marks, row and pair means begin, in this order. */
    private static final String[] BASES = {"%x", "%q", "%row", "%pairs"};

    private final TapedStep step;
    private final PtxMachine machine;
    private final Map<Source, float[][]> inputs = new EnumMap<>(Source.class);

    PtxColumn(TapedStep step, EnsembleSpec spec) {
        this.step = step;
        this.machine = new PtxMachine(StepPtx.of(template(step), step, spec), this::load);
    }

    /** Draws everything that the tape may read. */
    void draw(DoubleSupplier numbers) {
        inputs.put(Source.STATE, drawn(step.dimension(), Noise.ROWS, numbers));
        inputs.put(Source.MARK, drawn(step.marks().count(), Noise.ROWS, numbers));
        inputs.put(Source.PAIR, drawn(step.pairs(), Noise.ROWS, numbers));
        inputs.put(Source.NORMAL, drawn(step.sources(), Noise.ROWS, numbers));
        inputs.put(Source.LABEL, new float[][] {{1, 2, 3, 1}});
        inputs.put(Source.TIME, drawn(step.program().times().size(), 1, numbers));
        inputs.put(Source.SHARED, drawn(step.program().replica().outputs().length, 1, numbers));
        inputs.put(Source.REFERENCE, drawn(step.row().channels(), 1, numbers));
    }

    private static float[][] drawn(int count, int agents, DoubleSupplier numbers) {
        float[][] values = new float[count][agents];
        for (float[] value : values) {
            for (int r = 0; r < agents; r++) {
                value[r] = (float) numbers.getAsDouble();
            }
        }
        return values;
    }

    /** Results by tape.Interpreter [outputs][4]. */
    float[][] expected() {
        Tape tape = step.program().agent();
        float[][] results = new float[tape.outputs().length][Noise.ROWS];
        for (int agent = 0; agent < Noise.ROWS; agent++) {
            int r = agent;
            Interpreter interpreter = new Interpreter(tape);
            Interpreter.Inputs given = (source, index) -> value(source, index, r);
            interpreter.run(given);
            for (int c = 0; c < results.length; c++) {
                results[c][r] = interpreter.output(c, given);
            }
        }
        return results;
    }

    /** Results by the text [outputs][4]. */
    float[][] actual() {
        for (int i = 0; i < BASES.length; i++) {
            machine.set(BASES[i], (long) (i + 1) << REGION_SHIFT);
        }
        machine.set("%fed", PtxMachine.OF_BLOCK);
        machine.set("%stride", (long) STRIDE);
        for (int r = 0; r < Noise.ROWS; r++) {
            machine.set("%l" + r, value(Source.LABEL, 0, r));
            for (int w = 0; w < step.sources(); w++) {
                machine.set("%n" + w + "_" + r, value(Source.NORMAL, w, r));
            }
        }
        machine.run();
        float[][] results = new float[step.program().agent().outputs().length][Noise.ROWS];
        for (int c = 0; c < results.length; c++) {
            for (int r = 0; r < Noise.ROWS; r++) {
                results[c][r] = machine.number("%y" + c + "_" + r);
            }
        }
        return results;
    }

    private float value(Source source, int index, int r) {
        float[] values = inputs.get(source)[index];
        return values[values.length == 1 ? 0 : r];
    }

    private int load(long address) {
        int place = (int) (address & (1L << REGION_SHIFT) - 1) / Float.BYTES;
        if (address >= PtxMachine.OF_BLOCK) {
            return Float.floatToRawIntBits(fed(place));
        }
        int r = place % STRIDE / Noise.COLUMNS;
        return Float.floatToRawIntBits(
                switch ((int) (address >>> REGION_SHIFT)) {
                    case 1 -> value(Source.STATE, place / STRIDE, r);
                    case 2 -> value(Source.MARK, place / STRIDE, r);
                    case 3 -> value(Source.TIME, place - step.row().time(), 0);
                    default -> value(Source.PAIR, place / STRIDE, r);
                });
    }

    private float fed(int entry) {
        int channels = step.row().channels();
        return entry < channels ? value(Source.REFERENCE, entry, 0) : value(Source.SHARED, entry - channels, 0);
    }

    /** Every splice as often as the kernel comes by it, one after the other. */
    private static String template(TapedStep step) {
        StringBuilder text = new StringBuilder(".visible .entry " + StepPtx.KERNEL + "(\n)\n{\n");
        for (int w = 0; w < step.sources(); w++) {
            text.append("mov.u32 %w, " + w + ";\n// splice normals %w" + four("%n" + w) + "\n");
        }
        text.append("// splice labels %l0 %l1 %l2 %l3\n");
        text.append("// splice tape %x %q %stride %row %fed %pairs\n");
        for (int c = 0; c < step.program().agent().outputs().length; c++) {
            text.append("mov.u32 %c, " + c + ";\n// splice output %c" + four("%y" + c) + "\n");
        }
        return text.append("}\n").toString();
    }

    private static String four(String name) {
        return String.format(Locale.ROOT, " %1$s_0 %1$s_1 %1$s_2 %1$s_3", name);
    }
}
