package io.github.murmuration.backend.cuda;

/**
 * The step of a model that is a tape, compiled for it: kernels/compiled.cu.
 * @param drawn those that interpret it
 */
record CompiledTapeKernels(KernelSet drawn) implements OtherKernels {

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
        return StepPtx.KERNEL;
    }

    @Override
    public String any() {
        return StepPtx.KERNEL;
    }

    @Override
    public String resident() {
        return StepPtx.RESIDENT;
    }

    @Override
    public String pairs() {
        return PairPtx.KERNEL;
    }

    @Override
    public long pairBlocks(PairPlan plan) {
        return plan.blocks();
    }

    @Override
    public int incrementVectors(int dimension) {
        return drawn.incrementVectors(dimension);
    }

    @Override
    public int normals(int dimension) {
        return drawn.normals(dimension);
    }

    @Override
    public Parameters complete(Parameters advance, TapeArrays arrays) {
        return drawn.complete(advance, arrays);
    }
}
