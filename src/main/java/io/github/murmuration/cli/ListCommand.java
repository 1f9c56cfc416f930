package io.github.murmuration.cli;

import io.github.murmuration.scenario.BundledScenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Bundled scenarios, one line each.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        BundledScenarios.descriptions()
                .forEach((name, text) -> command.commandLine().getOut().printf("%-22s %s%n", name, text));
    }
}
