package io.github.murmuration.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/** Once it watches, and until it is closed, SIGINT and SIGTERM end the program with one line, which says what is kept, and with their own exit status. */
final class Interruption implements AutoCloseable {

    static final int STATUS = 130;

    private final Thread hook;

    /** @param kept what is kept at that moment, and how to go on */
    Interruption(PrintWriter err, Supplier<String> kept) {
        this.hook = new Thread(() -> {
            err.println();
            err.println("murmuration: interrupted; " + kept.get());
            err.flush();
            StandardError.close();
            Runtime.getRuntime().halt(STATUS);
        });
    }

    void watch() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it runs already, and ends the program
        }
    }
}
