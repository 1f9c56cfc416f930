package io.github.murmuration.cli;

import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.ServiceConfigurationError;

/** What Java cannot do on this machine, and what to do about it, in one line. */
final class ErrorText {

    private ErrorText() {}

    static String of(Error error) {
        if (error instanceof OutOfMemoryError) {
            return memory(String.valueOf(error.getMessage()));
        }
        if (error instanceof StackOverflowError) {
            return "something is nested too deeply for the stack of a thread; give Java a larger one,"
                    + " JAVA_OPTS=-Xss16m";
        }
        if (error instanceof LinkageError || error instanceof ServiceConfigurationError) {
            return "this Java does not have what the program needs (" + firstLine(error)
                    + "); use a full JDK or JRE, 17 or newer, and all jars of lib";
        }
        return "Java failed (" + firstLine(error) + "); please report it with the output of --debug";
    }

    /** @return why a name cannot be that of a file */
    static String of(InvalidPathException exception) {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        if (exception.getReason().contains("unmappable")) {
            return exception.getInput() + ": Java names files in " + encoding
                    + " here, which does not have these characters; set LC_ALL=C.UTF-8, or another locale of UTF-8 that"
                    + " is installed";
        }
        return exception.getInput().replace('\0', '?') + ": no name of a file (" + exception.getReason() + ")";
    }

    private static String memory(String reason) {
        if (reason.contains("thread")) {
            return "the machine does not start that many threads; ask for fewer with --threads";
        }
        return String.format(
                Locale.ROOT,
                "memory does not suffice (%s, and the heap may have %,d MiB); give Java more, JAVA_OPTS=-Xmx16g for"
                        + " example, or ask for fewer agents, steps, bins or threads",
                reason,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static String firstLine(Error error) {
        return error.toString().lines().findFirst().orElse("");
    }
}
