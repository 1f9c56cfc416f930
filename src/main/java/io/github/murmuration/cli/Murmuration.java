package io.github.murmuration.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. */
@Command(
        name = "murmuration",
        description = "Simulates very large ensembles of agents steered from one law to another through their mean.",
        mixinStandardHelpOptions = true,
        version = "murmuration 0.1.0",
        subcommands = {RunCommand.class, ResumeCommand.class, DriftCommand.class, ListCommand.class, DoctorCommand.class})
public final class Murmuration {

    private Murmuration() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(execute(args));
    }

    /** Runs a command line. @return exit status: 0 done, 2 bad input, 3 the machine cannot do it, 4 the run failed */
    public static int execute(String... args) {
        CommandLine commands = new CommandLine(new Murmuration());
        Failures failures = new Failures();
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(args);
    }
}
