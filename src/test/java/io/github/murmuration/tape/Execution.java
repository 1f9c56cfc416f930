package io.github.murmuration.tape;

import io.github.murmuration.expression.Expression.Average;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs programs for one agent, an operation at a time. */
record Execution(Program program, double t, double h, Map<Integer, Float> inputs) {
    private static final Operation[] OPERATIONS = Operation.values();

    /** Values of the agent's outputs. */
    float[] outputs() {
        return run(program.agent(), run(program.replica(), new float[0]));
    }

    private float[] run(Tape tape, float[] shared) {
        float[] slots = new float[tape.slots()];
        int[] code = tape.code();
        for (int at = 0; at < code.length; at += Tape.WIDTH) {
            Operation operation = OPERATIONS[code[at]];
            float[] operands = new float[3];
            for (int i = 0; i < operation.operands(); i++) {
                operands[i] = operand(code[at + 2 + i], slots, shared);
            }
            slots[code[at + 1]] = operation.apply(operands[0], operands[1], operands[2]);
        }
        float[] outputs = new float[tape.outputs().length];
        IntStream.range(0, outputs.length).forEach(i -> outputs[i] = operand(tape.outputs()[i], slots, shared));
        return outputs;
    }

    private float operand(int operand, float[] slots, float[] shared) {
        int index = Source.index(operand);
        return switch (Source.of(operand)) {
            case SLOT -> slots[index];
            case SHARED -> shared[index];
            case TIME -> time(program.times().get(index));
            default -> inputs.get(operand);
        };
    }

    private float time(TimeValue value) {
        double at = value.atEnd() ? t + h : t;
        return (float) value.expression().value(name -> name.equals("t") ? at : h, Execution::none);
    }

    private static double none(Average average) {
        throw new AssertionError(average);
    }
}
