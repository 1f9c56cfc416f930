package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.PatternContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Patterns on the driver of this process, as a rule the emulated one, on all the blocks that the work fills and on three. */
class CudaPatternsTest {

    abstract static class CutBy extends PatternContract {

        private final Backend backend;

        CutBy(LaunchShape shape) {
            this.backend = new CudaBackend(shape);
        }

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

        @Override
        protected int[] threads() {
            return new int[] {1};
        }
    }

    @Nested
    class Whole extends CutBy {
        Whole() {
            super(LaunchShape.WHOLE);
        }
    }

    @Nested
    class ThreeBlocks extends CutBy {
        ThreeBlocks() {
            super(new LaunchShape(1, 3, 1, 0));
        }
    }
}
