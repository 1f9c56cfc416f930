package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One input given to the program: it is done or refused in one line, with a status that is stated, and it ends. What is wrong inside an
 * expression has two lines more, its text and a caret.
 */
final class Fuzzed {

    private static final Set<Integer> STATUSES = Set.of(0, 2, 3, 4, 130);
    /** Nothing here takes more than a second or two; an input that takes this long will not end soon. */
    private static final long SECONDS = 10;

    private static final ExecutorService PROGRAM = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fuzzed");
        thread.setDaemon(true);
        return thread;
    });

    private Fuzzed() {}

    /**
     * @return the exit status.
     * @throws AssertionError with the file that the input is kept in
     */
    static int check(FuzzTarget target, byte[] input) {
        StringWriter err = new StringWriter();
        try {
            int status = status(target, input, err);
            if (!STATUSES.contains(status)) {
                throw new AssertionError("status " + status);
            }
            checkLines(status, err.toString());
            return status;
        } catch (AssertionError | InterruptedException e) {
            return fail(kept(target, input) + ": " + e.getMessage() + "; standard error: " + err);
        }
    }

    private static int status(FuzzTarget target, byte[] input, StringWriter err) throws InterruptedException {
        Thread[] running = new Thread[1];
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(
                () -> {
                    running[0] = Thread.currentThread();
                    return taken(target, input, err);
                },
                PROGRAM);
        try {
            return status.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "still running after " + SECONDS + " s, in " + Arrays.asList(running[0].getStackTrace()));
        } catch (ExecutionException e) {
            StringWriter trace = new StringWriter();
            e.getCause().printStackTrace(new PrintWriter(trace));
            throw new AssertionError("escaped: " + trace);
        }
    }

    private static int taken(FuzzTarget target, byte[] input, StringWriter err) {
        try {
            return target.take(target.emptied(), input, new PrintWriter(err, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes may come before it; every line is the program's own, so nothing is a trace and no message has two. */
    private static void checkLines(int status, String err) {
        List<String> lines = withoutPlace(status, err.lines().toList());
        if (status != 0 && lines.isEmpty()) {
            throw new AssertionError("status " + status + " without a word");
        }
        for (String line : lines) {
            if (!line.startsWith("murmuration: ") || line.contains("please report it")) {
                throw new AssertionError("a line that is no message: " + line);
            }
        }
    }

    /** The lines but for the place in an expression, which is behind the refusal and is the last thing said. */
    private static List<String> withoutPlace(int status, List<String> lines) {
        int messages = lines.size() - 2;
        boolean refused = status == Failures.BAD_INPUT && messages >= 1;
        if (!refused || !lines.get(messages + 1).matches(" *\\^")) {
            return lines;
        }
        boolean within = lines.get(messages + 1).length() <= lines.get(messages).length() + 1;
        return within ? lines.subList(0, messages) : lines;
    }

    /** Keeps a failing input in target/fuzz; moved into the corpus it is a test from then on. */
    private static Path kept(FuzzTarget target, byte[] input) {
        String name = "%s-%08x".formatted(target.name().toLowerCase(Locale.ROOT), Arrays.hashCode(input));
        try {
            return Files.write(
                    Files.createDirectories(Path.of("target/fuzz/failed")).resolve(name), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
