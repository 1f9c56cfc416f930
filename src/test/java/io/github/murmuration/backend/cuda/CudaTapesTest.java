package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.TapeContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Steps that are tapes on the driver of this process, for three ways to cut work into launches. */
class CudaTapesTest {

    abstract static class CutBy extends TapeContract {

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
    class TwoStepsPerGraphAndTwoBlocks extends CutBy {
        TwoStepsPerGraphAndTwoBlocks() {
            super(new LaunchShape(2, 2, 1, 0));
        }
    }

    @Nested
    class FourStepsOfThreeResidentBlocks extends CutBy {
        FourStepsOfThreeResidentBlocks() {
            super(new LaunchShape(4, 3, 1, 100));
        }
    }
}
