package io.github.murmuration.backend;

import org.junit.jupiter.api.Tag;

/** At the lane width that {@code -Dmurmuration.vector.bits} names, once per width, like {@link VectorBackendTest}. */
@Tag("lanes")
class VectorPatternsTest extends PatternContract {

    @Override
    protected Backend backend() {
        return Backends.select("cpu");
    }

    @Override
    protected int[] threads() {
        return new int[] {1, 2, 3};
    }
}
