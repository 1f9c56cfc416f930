package io.github.murmuration.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargestExpressionTest {
    private static final long STACK = 512 << 10;

    /** What the parser lets through does not overflow half of the stack that a Java thread has. */
    @ParameterizedTest
    @ValueSource(strings = {" + x", " - x", "*x", "/x"})
    void isWorkedOutOnASmallStack(String link) throws InterruptedException, ExecutionException {
        FutureTask<Double> work = new FutureTask<>(() -> work("x" + link.repeat(256)));
        Thread thread = new Thread(null, work, "small stack", STACK);
        thread.start();
        thread.join();
        work.get();
    }

    private static double work(String text) {
        Expression tree = Parser.parse(text, Set.of("x"));
        Expression again = Parser.parse(tree.text(), Set.of("x"));
        assertEquals(tree, again);
        assertEquals(tree.hashCode(), again.hashCode());
        assertEquals(Set.of("x"), tree.names());
        return tree.value(name -> 1.5) + Derivative.of(tree, "x").value(name -> 1.5);
    }
}
