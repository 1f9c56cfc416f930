package io.github.murmuration.backend.host;

import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.schedule.TapeLayout;
import io.github.murmuration.tape.Interpreter;
import io.github.murmuration.tape.Source;

/** The reference arithmetic of pairs: pair by pair, operation by operation. */
public final class InterpretedPairs implements PairKernel, Interpreter.Inputs {

    private final int values;
    private final TapeLayout layout;
    private final Interpreter interpreter;

    private Inputs inputs;
    private int agent;
    private int partner;

    public InterpretedPairs(TapedStep step) {
        this.values = step.pairs();
        this.layout = step.row();
        this.interpreter = new Interpreter(step.program().pair());
    }

    @Override
    public void add(Inputs of, int first, int count, int from, int to, float[] sums, int at) {
        for (int a = 0; a < count; a++) {
            for (int j = from; j < to; j++) {
                addPair(of, first + a, j, sums, at + a);
            }
        }
    }

    @Override
    public void addBeside(Inputs of, int first, int count, int with, float[] sums, int at) {
        for (int a = 0; a < count; a++) {
            addPair(of, first + a, with + a, sums, at + a);
        }
    }

    private void addPair(Inputs of, int i, int j, float[] sums, int at) {
        inputs = of;
        agent = i;
        partner = j;
        interpreter.run(this);
        for (int value = 0; value < values; value++) {
            sums[value * AGENTS + at] += interpreter.output(value, this);
        }
    }

    @Override
    public float value(Source source, int index) {
        return switch (source) {
            case STATE -> inputs.table().states()[index][agent];
            case MARK -> inputs.table().marks()[index][agent];
            case LABEL -> inputs.table().labels()[agent];
            case OTHER_STATE -> inputs.table().states()[index][partner];
            case OTHER_MARK -> inputs.table().marks()[index][partner];
            case OTHER_LABEL -> inputs.table().labels()[partner];
            case TIME -> inputs.rows()[inputs.row() + layout.time() + index];
            case SHARED -> inputs.rows()[inputs.row() + layout.sharedFrom() + index];
            default -> throw new IllegalStateException(source + " in the tape of pairs");
        };
    }
}
