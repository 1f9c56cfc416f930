package io.github.murmuration.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.expression.Derivative;
import io.github.murmuration.expression.Expression;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** What is let through does not overflow half of the stack that a Java thread has. */
class LargestTapeTest {
    private static final long STACK = 512 << 10;

    @Test
    void theDeepestExpressionAndItsDerivative() throws Exception {
        Expression deepest = Model.parse("x" + "*y".repeat(255) + "*x");
        Expression derivative = Derivative.of(deepest, "x");
        int operations = onSmallStack(
                () -> new Model().program(List.of(deepest, derivative)).agent().operations());
        assertTrue(operations > 256, "operations: " + operations);
    }

    @Test
    void theLongestChainOfOperations() throws Exception {
        Graph graph = new Graph();
        Node node = graph.input(Source.STATE, 0);
        for (int i = 0; i < 1024; i++) {
            node = graph.apply(Operation.EXP, node);
        }
        Node last = node;
        assertEquals(
                1024, onSmallStack(() -> graph.program(List.of(last)).agent().operations()));
    }

    /** As a whole exponent the largest float takes an operation per bit of its exponent, and one per bit that is set. */
    @Test
    void theLargestExponent() throws Exception {
        Program program = onSmallStack(() -> new Model().program("x^3.4028234663852886e38"));
        assertEquals(127 + 23, program.agent().operations());
    }

    private static <T> T onSmallStack(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "small stack", STACK);
        thread.start();
        thread.join();
        return task.get();
    }
}
