package io.github.murmuration.cli;

import io.github.murmuration.scenario.BundledModels;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "models",
        description = "Bundled models, one line each, or the YAML of one, to copy and change.",
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The model to print.")
    private String name;

    @Override
    public void run() {
        PrintWriter out = command.commandLine().getOut();
        if (name != null) {
            out.print(BundledModels.text(name));
            out.flush();
            return;
        }
        BundledModels.descriptions().forEach((model, text) -> out.printf(Locale.ROOT, "%-22s %s%n", model, text));
    }
}
