package io.github.murmuration.backend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The vector backend at the lane width that {@code -Dmurmuration.vector.bits} names. The build runs it once per width, each in a JVM
 * of its own: the width is a constant to the JIT, and vectors of several widths in one JVM would not be compiled to vector code.
 */
@Tag("lanes")
class VectorBackendTest extends BackendContract {

    @Override
    protected Backend backend() {
        return Backends.select("cpu");
    }

    @Override
    protected int[] threads() {
        return new int[] {1, 2, 3};
    }

    @Test
    void runsAtTheWidthAskedFor() {
        String bits = System.getProperty("murmuration.vector.bits");
        assertTrue(
                backend().availability().detail().startsWith(bits + "-bit"),
                backend().availability()::detail);
    }
}
