package io.github.murmuration.backend.cuda;

/** The kernels of an evaluator that read their increments from memory: one guidance at a time, any number of components. */
record StoredKernels(KernelSet drawn) implements OtherKernels {

    private static final String SUFFIX = "_stored";

    @Override
    public boolean fed() {
        return false;
    }

    @Override
    public int widest() {
        return drawn.storedSmall().isEmpty() ? 0 : 1;
    }

    @Override
    public String small(int width) {
        return drawn.storedSmall() + SUFFIX;
    }

    @Override
    public String any() {
        return drawn.any() + SUFFIX;
    }
}
