package io.github.murmuration.backend.cuda;

/** Other kernels of an evaluator: what they need to know of it is what those need that draw their increments. */
interface OtherKernels extends KernelSet {

    /** The kernels that draw their increments, many steps per launch. */
    KernelSet drawn();

    @Override
    default String storedSmall() {
        return drawn().storedSmall();
    }

    @Override
    default String fedSmall() {
        return drawn().fedSmall();
    }

    @Override
    default String fedAny() {
        return drawn().fedAny();
    }

    @Override
    default int scratchVectors() {
        return drawn().scratchVectors();
    }

    @Override
    default int scheme() {
        return drawn().scheme();
    }

    @Override
    default int components() {
        return drawn().components();
    }

    @Override
    default float[] rotations() {
        return drawn().rotations();
    }
}
