package io.github.murmuration.tape;

/** Runs a tape on one agent, or on one replica. */
public final class Interpreter {

    private static final Operation[] OPERATIONS = Operation.values();

    /** What a tape is given. */
    public interface Inputs {
        /** @param source any but SLOT */
        float value(Source source, int index);
    }

    private final Tape tape;
    private final float[] slots;

    public Interpreter(Tape tape) {
        this.tape = tape;
        this.slots = new float[tape.slots()];
    }

    /** Executes every operation. */
    public void run(Inputs inputs) {
        int[] code = tape.code();
        for (int i = 0; i < code.length; i += Tape.WIDTH) {
            Operation operation = OPERATIONS[code[i]];
            float a = value(code[i + 2], inputs);
            float b = operation.operands() > 1 ? value(code[i + 3], inputs) : 0;
            float c = operation.operands() > 2 ? value(code[i + 4], inputs) : 0;
            slots[code[i + 1]] = operation.apply(a, b, c);
        }
    }

    /**
     * The i-th result of the last run.
     * @param inputs those of that run
     */
    public float output(int i, Inputs inputs) {
        return value(tape.outputs()[i], inputs);
    }

    private float value(int operand, Inputs inputs) {
        Source source = Source.of(operand);
        return source == Source.SLOT ? slots[Source.index(operand)] : inputs.value(source, Source.index(operand));
    }
}
