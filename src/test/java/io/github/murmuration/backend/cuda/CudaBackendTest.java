package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.BackendContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/**
 * The CUDA backend on the driver of this process, as a rule the emulated one, for two ways to cut work into launches: all of a batch (the
 * suite takes 1, 3, 5, 6 and 8 steps at a time), or two steps in two blocks, with two tiles to a block where there is a kernel for that.
 * Steps that feed back are launched one by one in the first case; in the second those after the first run are graphs.
 */
class CudaBackendTest {

    abstract static class CutBy extends BackendContract {

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
    }

    @Nested
    class Whole extends CutBy {
        Whole() {
            super(LaunchShape.WHOLE);
        }
    }

    @Nested
    class TwoStepsAndTwoBlocksPerLaunch extends CutBy {
        TwoStepsAndTwoBlocksPerLaunch() {
            super(new LaunchShape(2, 2, 1, 0));
        }
    }
}
