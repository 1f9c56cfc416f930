package io.github.murmuration.cli;

import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.expression.Suggestion;
import io.github.murmuration.file.Reason;
import io.github.murmuration.scenario.HeapException;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.FailedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line on standard error and an exit status for everything that can go wrong; the trace only with --debug. */
final class Failures
        implements IParameterExceptionHandler, IExecutionExceptionHandler, Thread.UncaughtExceptionHandler {

    static final int BAD_INPUT = 2;
    static final int CANNOT = 3;
    static final int FAILED = 4;

    private final PrintWriter err;

    Failures(PrintWriter err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        String help = "see " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        String hint = meant(exception).map(Suggestion::asked).orElse(help);
        return report(exception.getMessage().lines().findFirst().orElse("bad arguments") + "; " + hint, BAD_INPUT);
    }

    /** The command or option that the first argument that is not known may have been meant to be. */
    private static Optional<String> meant(ParameterException exception) {
        if (!(exception instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        String argument = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        CommandLine command = exception.getCommandLine();
        Set<String> known = argument.startsWith("-")
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
        return Suggestion.nearest(argument, List.copyOf(known));
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        return handle(exception, parsed.originalArgs().contains("--debug"));
    }

    /** A name on the command line. */
    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(ErrorText.of(e));
        }
    }

    /** A thread of a library died; the program goes on without it. */
    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        err.println("murmuration: thread " + thread.getName() + ": " + message(origin(thrown)));
    }

    /**
     * Whatever was thrown.
     * @return exit status
     */
    int handle(Throwable thrown, boolean debug) {
        if (debug) {
            thrown.printStackTrace(err);
        }
        Throwable origin = origin(thrown);
        return report(message(origin), status(origin));
    }

    /** Without a report. */
    static FailureElsewhere described(Throwable thrown) {
        Throwable origin = origin(thrown);
        return new FailureElsewhere(status(origin), message(origin));
    }

    private int report(String message, int status) {
        err.println("murmuration: " + message);
        err.flush();
        return status;
    }

    /** What went wrong in the first place, where Java reports it as something else. */
    private static Throwable origin(Throwable thrown) {
        boolean wraps = thrown instanceof LinkageError
                || thrown instanceof ServiceConfigurationError
                || thrown instanceof UncheckedIOException;
        return wraps && thrown.getCause() != null ? origin(thrown.getCause()) : thrown;
    }

    private static String message(Throwable thrown) {
        String text = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        if (thrown instanceof Error error) {
            return ErrorText.of(error);
        }
        if (thrown instanceof FileSystemException file) {
            return file.getFile() + ": " + Reason.of(file);
        }
        if (thrown instanceof InvalidPathException path) {
            return ErrorText.of(path);
        }
        return expected(thrown)
                ? text
                : "unexpected " + thrown.getClass().getSimpleName() + ": " + oneLine(text)
                        + "; please report it with the output of --debug";
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static boolean expected(Throwable thrown) {
        return status(thrown) != FAILED || thrown instanceof FailedRun || thrown instanceof FailureElsewhere;
    }

    private static int status(Throwable thrown) {
        if (thrown instanceof FailureElsewhere elsewhere) {
            return elsewhere.status();
        }
        if (thrown instanceof ScenarioException
                || thrown instanceof ParameterException
                || thrown instanceof InvalidPathException) {
            return BAD_INPUT;
        }
        if (thrown instanceof CancellationException) {
            return Interruption.STATUS;
        }
        boolean cannot = thrown instanceof UnavailableException
                || thrown instanceof HeapException
                || thrown instanceof IOException
                || thrown instanceof OutOfMemoryError
                || thrown instanceof StackOverflowError
                || thrown instanceof LinkageError
                || thrown instanceof ServiceConfigurationError;
        return cannot ? CANNOT : FAILED;
    }
}
