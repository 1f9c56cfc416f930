package io.github.murmuration.backend.cuda;

/** Kernels of ensemble.Evaluator.Interacting: kernels/interaction.cuh. Its rows are always fed. */
record InteractionKernels(int dimension) implements KernelSet {

    private static final float[] NONE = {};

    @Override
    public boolean fed() {
        return true;
    }

    @Override
    public int widest() {
        return 1;
    }

    @Override
    public String small(int width) {
        return fedSmall();
    }

    @Override
    public String storedSmall() {
        return fedSmall();
    }

    @Override
    public String fedSmall() {
        return "interaction_d" + dimension;
    }

    @Override
    public String fedAny() {
        return "";
    }

    @Override
    public String any() {
        return "";
    }

    @Override
    public int scratchVectors() {
        return 0;
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
