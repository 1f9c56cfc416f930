package io.github.murmuration.cli;

import io.github.murmuration.scenario.BundledScenarios;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Bundled scenarios and studies, one line each.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        PrintWriter out = command.commandLine().getOut();
        BundledScenarios.descriptions().forEach((name, text) -> out.printf(Locale.ROOT, "%-30s %s%n", name, text));
        StudyCommand.descriptions().forEach((name, text) -> out.printf(Locale.ROOT, "study %-24s %s%n", name, text));
    }
}
