package io.github.murmuration.backend;

class ScalarPatternsTest extends PatternContract {

    @Override
    protected Backend backend() {
        return Backends.select("cpu-scalar");
    }

    @Override
    protected int[] threads() {
        return new int[] {2};
    }
}
