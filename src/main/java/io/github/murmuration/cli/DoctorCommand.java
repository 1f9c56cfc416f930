package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.report.Report;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = "Check what works on this machine, and say what to do where something does not.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Runnable {

    private static final String FOR_FIGURES =
            "install fontconfig, FreeType and a font, and a Java that has java.desktop";

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        PrintWriter out = command.commandLine().getOut();
        for (Map.Entry<String, String> fact : Machine.facts().entrySet()) {
            out.printf(Locale.ROOT, "%-12s %s%n", fact.getKey(), fact.getValue());
        }
        for (Backend backend : Backends.all()) {
            Backend.Availability found = backend.availability();
            out.printf(
                    Locale.ROOT,
                    "%-12s %s: %s%n",
                    backend.name(),
                    found.usable() ? "works" : "does not work",
                    found.detail());
        }
        out.printf(
                Locale.ROOT,
                "%-12s %s%n",
                "figures",
                Report.figureProblem()
                        .map(problem -> "do not work: " + problem + "; " + FOR_FIGURES)
                        .orElse("work"));
        out.printf(Locale.ROOT, "%-12s %s%n", Backends.AUTO, "picks " + picked());
    }

    private static String picked() {
        String much = Backends.select(Backends.AUTO).name();
        String little = Backends.quick().name();
        return much.equals(little)
                ? much
                : String.format(Locale.ROOT, "%s; %s for less than %.0e agent-steps", much, little, Backends.LITTLE);
    }

    /** The line that a run without figures ends with. */
    static String noFigures(String name, String problem) {
        return "murmuration: " + name + ": no figures could be drawn, the rest is there: " + problem
                + "; see murmuration doctor";
    }
}
