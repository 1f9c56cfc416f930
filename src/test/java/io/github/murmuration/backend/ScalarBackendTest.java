package io.github.murmuration.backend;

class ScalarBackendTest extends BackendContract {

    @Override
    protected Backend backend() {
        return Backends.select("cpu-scalar");
    }

    @Override
    protected int[] threads() {
        return new int[] {2, 3};
    }
}
