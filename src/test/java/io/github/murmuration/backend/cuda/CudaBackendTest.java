package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.BackendContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * The CUDA backend on the driver of this process, as a rule the emulated one, for several ways to cut work into launches: all of a
 * batch (the suite takes 1, 3, 5, 6 and 8 steps at a time) in blocks of one team; two steps in blocks of two; three in the largest that
 * the registers of a kernel allow. Steps that feed back are launched one by one in the first case; in the others those after the first
 * run are graphs.
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
    class TwoStepsPerLaunchAndTwoTeamsPerBlock extends CutBy {
        TwoStepsPerLaunchAndTwoTeamsPerBlock() {
            super(new LaunchShape(2, 2, 512));
        }
    }

    @Nested
    @Tag("slow")
    class ThreeStepsPerLaunchAndTheLargestBlocks extends CutBy {
        ThreeStepsPerLaunchAndTheLargestBlocks() {
            super(new LaunchShape(3, 3, 1024));
        }
    }
}
