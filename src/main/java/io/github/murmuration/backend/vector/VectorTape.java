package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.host.Block;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.schedule.TapeLayout;
import io.github.murmuration.tape.Operation;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.Arrays;

/** The tape of the agents of a tile, operation by operation. Holds scratch: one instance per thread. */
final class VectorTape {

    private static final Operation[] OPERATIONS = Operation.values();

    /** Standard normals [sources][1024]. */
    final float[] normals;

    private final TapedStep step;
    private final TapeLayout layout;
    private final Tape tape;
    private final VectorOperations operations = new VectorOperations();
    private final VectorOperand a = new VectorOperand();
    private final VectorOperand b = new VectorOperand();
    private final VectorOperand c = new VectorOperand();
    private final VectorOperand[] outputs;
    private final float[] slots;

    /** States that others become, while these are written. */
    private final float[] aside;

    private final float[] times;
    private final float[] labels;

    private Block block;
    private int tile;
    private int guidance;
    private VectorRow row;

    VectorTape(TapedStep step) {
        this.step = step;
        this.layout = step.row();
        this.tape = step.program().agent();
        this.normals = new float[step.sources() * Noise.TILE];
        this.aside = new float[step.dimension() * Noise.TILE];
        this.slots = new float[tape.slots() * Noise.TILE];
        this.times = new float[layout.times() * Lanes.COUNT];
        this.labels = new float[tape.reads(Source.LABEL) ? Noise.TILE : 0];
        this.outputs = new VectorOperand[tape.outputs().length];
        Arrays.setAll(outputs, i -> new VectorOperand());
    }

    /** Runs it; the state stays as it is until it is stored. */
    void run(Block of, int number, int g, VectorRow at) {
        block = of;
        tile = number;
        guidance = g;
        row = at;
        for (int i = 0; i < layout.times(); i++) {
            float time = row.scalar(layout.time() + i);
            Arrays.fill(times, i * Lanes.COUNT, (i + 1) * Lanes.COUNT, time);
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = block.label(tile * Noise.TILE + i) + 1;
        }
        int[] code = tape.code();
        for (int i = 0; i < code.length; i += Tape.WIDTH) {
            Operation operation = OPERATIONS[code[i]];
            resolve(a, code[i + 2]);
            resolve(b, operation.operands() > 1 ? code[i + 3] : code[i + 2]);
            resolve(c, operation.operands() > 2 ? code[i + 4] : code[i + 2]);
            operations.apply(operation, a, b, c, slots, code[i + 1] * Noise.TILE);
        }
        for (int i = 0; i < outputs.length; i++) {
            resolve(outputs[i], tape.outputs()[i]);
        }
    }

    /** A result of the last run. */
    VectorOperand output(int i) {
        return outputs[i];
    }

    /** Writes the first results, which are the state after the step. */
    void store() {
        // What one coordinate becomes may be what another was.
        for (int j = 0; j < step.dimension(); j++) {
            if (readsState(j)) {
                operations.copy(outputs[j], aside, j * Noise.TILE);
                outputs[j].set(aside, j * Noise.TILE, VectorOperand.EACH);
            }
        }
        for (int j = 0; j < step.dimension(); j++) {
            operations.copy(outputs[j], block.states[guidance], block.run(tile, j));
        }
    }

    private boolean readsState(int j) {
        return Source.of(tape.outputs()[j]) == Source.STATE;
    }

    private void resolve(VectorOperand operand, int code) {
        int index = Source.index(code);
        switch (Source.of(code)) {
            case SLOT -> operand.set(slots, index * Noise.TILE, VectorOperand.EACH);
            case STATE -> operand.set(block.states[guidance], block.run(tile, index), VectorOperand.EACH);
            case MARK -> operand.set(block.marks, block.markRun(tile, index), VectorOperand.EACH);
            case NORMAL -> operand.set(normals, index * Noise.TILE, VectorOperand.EACH);
            case PAIR -> operand.set(block.pairs[guidance], block.pairRun(tile, index), VectorOperand.EACH);
            case LABEL -> operand.set(labels, 0, VectorOperand.EACH);
            case TIME -> operand.set(times, index * Lanes.COUNT, VectorOperand.ALL);
            case SHARED -> operand.set(row.fed, row.fed(layout.sharedFrom() + index), row.differing);
            case REFERENCE -> operand.set(row.fed, row.fed(layout.reference() + index), row.differing);
            default -> throw new IllegalStateException(Source.of(code) + " in the tape of an agent");
        }
    }
}
