package io.github.murmuration.backend;

import org.junit.jupiter.api.Tag;

/** At the lane width that {@code -Dmurmuration.vector.bits} names: see VectorBackendTest. */
@Tag("lanes")
class VectorTapesTest extends TapeContract {

    @Override
    protected Backend backend() {
        return Backends.select("cpu");
    }
}
