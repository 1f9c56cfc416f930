package io.github.murmuration.cli;

import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.file.Reason;
import io.github.murmuration.scenario.HeapException;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.FailedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One line on standard error and an exit status for everything that can go wrong; the trace only with --debug. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    static final int BAD_INPUT = 2;
    static final int CANNOT = 3;
    static final int FAILED = 4;

    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        String help = "see " + command.getCommandSpec().qualifiedName() + " --help";
        return report(
                command, exception.getMessage().lines().findFirst().orElse("bad arguments") + "; " + help, BAD_INPUT);
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        if (parsed.hasMatchedOption("--debug")) {
            exception.printStackTrace(command.getErr());
        }
        return report(command, message(exception), status(exception));
    }

    private static int report(CommandLine command, String message, int status) {
        command.getErr().println("murmuration: " + message);
        return status;
    }

    private static String message(Exception exception) {
        if (exception instanceof UncheckedIOException io) {
            return message(io.getCause());
        }
        if (exception instanceof FileSystemException file) {
            return file.getFile() + ": " + Reason.of(file);
        }
        String text = exception.getMessage() == null ? exception.toString() : exception.getMessage();
        return expected(exception)
                ? text
                : "unexpected " + exception.getClass().getSimpleName() + ": " + text
                        + "; please report it with the output of --debug";
    }

    private static boolean expected(Exception exception) {
        return status(exception) != FAILED || exception instanceof FailedRun;
    }

    private static int status(Exception exception) {
        if (exception instanceof ScenarioException || exception instanceof ParameterException) {
            return BAD_INPUT;
        }
        boolean machine = exception instanceof UnavailableException
                || exception instanceof HeapException
                || exception instanceof IOException
                || exception instanceof UncheckedIOException;
        return machine ? CANNOT : FAILED;
    }
}
