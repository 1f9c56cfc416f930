package io.github.murmuration.cli;

import io.github.murmuration.study.KeptCases;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/** The program. */
@Command(
        name = "murmuration",
        description = "Simulates very large ensembles of agents that interact through their mean.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        subcommands = {
            RunCommand.class,
            StudyCommand.class,
            SweepCommand.class,
            ResumeCommand.class,
            DriftCommand.class,
            ClusterPlanCommand.class,
            ListCommand.class,
            ModelsCommand.class,
            DoctorCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        })
public final class Murmuration {

    private final Placement placement;

    Murmuration(Placement placement) {
        this.placement = placement;
    }

    public static void main(String[] args) {
        System.exit(run(Placement.HERE, args));
    }

    /**
     * Runs a command line on standard output and error, which it closes.
     *
     * @param placement where it computes
     * @return exit status, see {@link #execute(PrintWriter, PrintWriter, String...)}
     */
    public static int run(Placement placement, String... args) {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // no word of there being no log
        Locale.setDefault(Locale.ROOT);
        StandardOutput standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(standard, true);
        PrintWriter err = new PrintWriter(System.err, true);
        Thread.setDefaultUncaughtExceptionHandler(new Failures(err));
        int status = new Program(placement).execute(out, err, args);
        out.flush();
        int last = standard.status(status, err);
        StandardError.close();
        return last;
    }

    /**
     * Runs a command line in this Java, which goes on, and prints what it prints on the standard output and error of Java.
     *
     * @return as {@link #execute(PrintWriter, PrintWriter, String...)}
     */
    public static int run(String... args) {
        return execute(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
    }

    /**
     * The command that asks for a study.
     *
     * @param source where the scenario of the request lies; not looked at where its options name the source
     */
    public static List<String> arguments(KeptCases.Request study, String source) {
        boolean alone = List.of(SweepCommand.NAME, RunCommand.NAME).contains(study.study());
        List<String> arguments = new ArrayList<>(alone ? List.of(study.study()) : List.of("study", study.study()));
        if (!study.namesSource()) {
            arguments.add(source);
        }
        arguments.addAll(study.options());
        return arguments;
    }

    /** Whatever was thrown, as the program reports it. */
    public static FailureElsewhere failure(Throwable thrown) {
        return Failures.described(thrown);
    }

    /**
     * Runs a command line.
     *
     * @return exit status: 0 done, 2 bad input, 3 the machine cannot do it, 4 the run failed, 130 interrupted
     */
    public static int execute(PrintWriter out, PrintWriter err, String... args) {
        return new Program(Placement.HERE).execute(out, err, args);
    }

    /** The program that a command belongs to. */
    static Murmuration of(CommandSpec command) {
        return (Murmuration) command.root().userObject();
    }

    Placement placement() {
        return placement;
    }
}
