package io.github.murmuration.backend.cuda;

/**
 * The kernels of an evaluator whose rows means act on: one step of every guidance, any number of components, any noise.
 * @param dimension of the states
 */
record FedKernels(KernelSet drawn, int dimension) implements OtherKernels {

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
    public String resident() {
        return widest() > 0 && dimension == 1 ? fedSmall() + "_steps" : "";
    }

    @Override
    public String storedSmall() {
        return fedSmall();
    }

    @Override
    public String any() {
        return fedAny();
    }
}
