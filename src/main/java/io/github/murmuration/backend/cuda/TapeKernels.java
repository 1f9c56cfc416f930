package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;

/**
 * Kernels of ensemble.Evaluator.Taped: kernels/taped.cu. Its rows are always fed.
 *
 * @param slots that the larger of its tapes keeps for each agent
 */
record TapeKernels(TapedStep step, int slots) implements KernelSet {

    /** Slots that every device has shared memory for: 80 KiB beside the column sums. */
    private static final int MOST_SHARED = 20;

    private static final float[] NONE = {};

    static TapeKernels of(TapedStep step) {
        int slots = Math.max(
                DeviceTape.ofStep(step).slots(), DeviceTape.ofStart(step).slots());
        return new TapeKernels(step, slots);
    }

    @Override
    public boolean fed() {
        return true;
    }

    @Override
    public int widest() {
        return slots <= MOST_SHARED ? 1 : 0;
    }

    @Override
    public String small(int width) {
        return "tape_step";
    }

    @Override
    public String any() {
        return "tape_step_scratch";
    }

    @Override
    public String resident() {
        return widest() > 0 ? "tape_steps" : "";
    }

    /** Name of the kernel that puts agents where they start. */
    String populate() {
        return widest() > 0 ? "populate_taped" : "populate_taped_scratch";
    }

    @Override
    public int sharedBytes(DeviceTape tape) {
        return widest() > 0 ? tape.slots() * Noise.TILE * Float.BYTES : 0;
    }

    /** kernels/advance_taped.cuh: TapedAdvance. */
    @Override
    public Parameters complete(Parameters advance, TapeArrays arrays) {
        DeviceTape tape = arrays.tables.step();
        return advance.align()
                .add(arrays.step, tape)
                .add(arrays.marks)
                .add(arrays.pairs.means)
                .add(tape.given())
                .add(step.sources())
                .add(step.noisePerStep())
                .add(tape.labelSlot())
                .add(step.pairs());
    }

    @Override
    public String storedSmall() {
        return small(1);
    }

    @Override
    public String fedSmall() {
        return small(1);
    }

    @Override
    public String fedAny() {
        return any();
    }

    @Override
    public int scratchVectors() {
        return slots;
    }

    /** They are among the slots. */
    @Override
    public int incrementVectors(int dimension) {
        return 0;
    }

    @Override
    public int normals(int dimension) {
        return step.sources() * step.noisePerStep();
    }

    @Override
    public int scheme() {
        return 0;
    }

    @Override
    public int components() {
        return 0;
    }

    @Override
    public float[] rotations() {
        return NONE;
    }
}
