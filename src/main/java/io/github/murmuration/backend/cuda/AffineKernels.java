package io.github.murmuration.backend.cuda;

/**
 * Kernels of ensemble.Evaluator.Affine: kernels/affine.cuh.
 * @param energies whether agents keep theirs
 */
record AffineKernels(int dimension, boolean energies) implements KernelSet {

    private static final int WIDEST = 3;
    private static final float[] NONE = {};

    @Override
    public boolean fed() {
        return false;
    }

    @Override
    public int widest() {
        if (dimension <= 2) {
            return WIDEST;
        }
        return dimension == 4 ? 1 : 0;
    }

    @Override
    public String small(int width) {
        return "affine_d" + dimension + "_g" + width;
    }

    @Override
    public String wide() {
        if (dimension > 1) {
            return "";
        }
        return energies ? "affine_d1_wide" : "affine_d1_wide_states";
    }

    @Override
    public String storedSmall() {
        return widest() > 0 ? small(1) : "";
    }

    @Override
    public String any() {
        return "affine_any";
    }

    @Override
    public String fedSmall() {
        return widest() > 0 ? "affine_fed_d" + dimension : "";
    }

    @Override
    public String fedAny() {
        return "affine_fed_any";
    }

    /** Controls and changes of the state. */
    @Override
    public int scratchVectors() {
        return 2 * dimension;
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
