package io.github.murmuration.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Standard error, which the start script passes on through a process of its own. */
final class StandardError {

    private static final int LONGEST_SECONDS = 1;

    private StandardError() {}

    /** Ends it, and waits until that process has passed on all of it: nothing may follow the end of the program. */
    static void close() {
        System.err.close();
        CompletableFuture.allOf(ProcessHandle.current()
                        .children()
                        .map(ProcessHandle::onExit)
                        .toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, LONGEST_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
