package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.PairContract;
import org.junit.jupiter.api.BeforeAll;

/** Means over partners on the driver of this process: two steps per graph, and two blocks that take one piece of work after the other. */
class CudaPairsTest extends PairContract {

    private final Backend backend = new CudaBackend(new LaunchShape(2, 2, 1, 0));

    @BeforeAll
    static void needsADriver() {
        Installation found = Installation.found();
        if ("1".equals(System.getenv("REQUIRE_NATIVE")) || "1".equals(System.getenv("REQUIRE_GPU"))) {
            assertEquals(null, found.problem());
        }
        assumeTrue(found.usable(), found.problem());
    }

    @Override
    protected Backend backend() {
        return backend;
    }
}
