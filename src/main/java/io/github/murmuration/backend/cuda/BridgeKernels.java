package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.scenario.Scheme;

/** Kernels of ensemble.Evaluator.Bridge: kernels/bridge.cuh. */
record BridgeKernels(Evaluator.Bridge bridge) implements KernelSet {

    private static final int WIDEST = 3;
    private static final int ANY_COMPONENTS = 0;

    @Override
    public boolean fed() {
        return false;
    }

    @Override
    public int widest() {
        int d = bridge.target().dimension();
        if (!bridge.target().diagonal()) {
            return 0;
        }
        if (exact()) {
            return d <= 2 && compiled() ? 1 : 0;
        }
        if (d <= 2) {
            return compiled() ? WIDEST : 1;
        }
        return d == 4 || d == 8 ? 1 : 0;
    }

    @Override
    public String small(int width) {
        return scheme(small(compiled() ? components() : ANY_COMPONENTS, width));
    }

    @Override
    public String storedSmall() {
        return widest() > 0 && !exact() ? small(ANY_COMPONENTS, 1) : "";
    }

    @Override
    public String any() {
        return scheme("advance_any_" + shape());
    }

    @Override
    public String fedSmall() {
        return widest() > 0 && !exact() ? "fed_d" + bridge.target().dimension() : "";
    }

    @Override
    public String fedAny() {
        return scheme("fed_any_" + shape());
    }

    /** kernels/bridge.cuh: InMemory. */
    @Override
    public int scratchVectors() {
        int d = bridge.target().dimension();
        int rotated = bridge.target().diagonal() ? 0 : d;
        return 2 * d + rotated + (exact() ? d + components() : 0);
    }

    @Override
    public int scheme() {
        return bridge.scheme().ordinal();
    }

    @Override
    public int components() {
        return bridge.target().components();
    }

    @Override
    public float[] rotations() {
        return bridge.target().rotations();
    }

    private String small(int components, int width) {
        return "advance_d" + bridge.target().dimension() + "_c" + components + "_g" + width;
    }

    private boolean compiled() {
        return components() == 1 || components() == 2 || components() == 4;
    }

    private String shape() {
        return bridge.target().diagonal() ? "diagonal" : "rotated";
    }

    private boolean exact() {
        return bridge.scheme() == Scheme.EXACT;
    }

    private String scheme(String name) {
        return exact() ? name + "_exact" : name;
    }
}
