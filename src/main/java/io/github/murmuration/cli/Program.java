package io.github.murmuration.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** The commands of the program, which execute one command line after another. */
public final class Program {

    private final CommandLine commands;

    /** @param placement where it computes */
    public Program(Placement placement) {
        // It writes of odd quotes to standard error, and they are refused.
        CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
        this.commands = new CommandLine(new Murmuration(placement))
                .setExpandAtFiles(false)
                .registerConverter(Path.class, Failures::path);
    }

    /** As picocli has them. */
    CommandLine commands() {
        return commands;
    }

    /** @return exit status, see {@link Murmuration#execute} */
    public int execute(PrintWriter out, PrintWriter err, String... args) {
        Failures failures = new Failures(err);
        try {
            return commands.setOut(out)
                    .setErr(err)
                    .setParameterExceptionHandler(failures)
                    .setExecutionExceptionHandler(failures)
                    .execute(args);
        } catch (Throwable thrown) {
            return failures.handle(thrown, List.of(args).contains("--debug"));
        }
    }
}
