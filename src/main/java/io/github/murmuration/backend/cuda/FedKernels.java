package io.github.murmuration.backend.cuda;

/** The kernels of an evaluator whose rows means act on: one step of every guidance, any number of components, any noise. */
record FedKernels(KernelSet drawn) implements KernelSet {

    @Override
    public boolean fed() {
        return true;
    }

    @Override
    public int widest() {
        return fedSmall().isEmpty() ? 0 : 1;
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
    public String any() {
        return fedAny();
    }

    @Override
    public String fedSmall() {
        return drawn.fedSmall();
    }

    @Override
    public String fedAny() {
        return drawn.fedAny();
    }

    @Override
    public int scratchVectors() {
        return drawn.scratchVectors();
    }

    @Override
    public int scheme() {
        return drawn.scheme();
    }

    @Override
    public int components() {
        return drawn.components();
    }

    @Override
    public float[] rotations() {
        return drawn.rotations();
    }
}
