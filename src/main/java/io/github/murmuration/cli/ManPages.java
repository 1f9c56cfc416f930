package io.github.murmuration.cli;

import io.github.murmuration.report.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Manual pages in roff, one for the program and one for every command: what {@code man} shows. The build writes them. */
final class ManPages {

    private static final String STATUS =
            "0 done, 2 bad input, 3 the machine cannot do it, 4 the run failed, 130 interrupted.\n";

    private ManPages() {}

    /** @param folder one: where the pages go, as murmuration.1, murmuration-run.1, murmuration-study-chaos.1, ... */
    public static void main(String[] folder) throws IOException {
        Path to = Files.createDirectories(Path.of(folder[0]));
        for (CommandLine command :
                commands(new Program(Placement.HERE).commands()).toList()) {
            AtomicFile.write(to.resolve(name(command) + ".1"), page(command));
        }
    }

    /** A command, and all below it. */
    static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(Stream.of(command), below(command).flatMap(ManPages::commands));
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return command.getSubcommands().values().stream()
                .sorted(Comparator.comparing(each -> each.getCommandSpec().name()));
    }

    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    /** The page of one command. */
    static String page(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        return ".TH \"" + escaped(name(command)) + "\" 1 \"\" \"\" \"Murmuration\"\n"
                + titled(
                        "NAME",
                        escaped(name(command)) + " \\- "
                                + escaped(text(spec.usageMessage().description())) + "\n")
                + titled("SYNOPSIS", escaped(synopsis(command)) + "\n")
                + list("ARGUMENTS", spec.positionalParameters().stream(), ManPages::label)
                + list(
                        "OPTIONS",
                        spec.options().stream().sorted(Comparator.comparing(OptionSpec::longestName)),
                        ManPages::label)
                + commandList(command)
                + titled("EXIT STATUS", STATUS)
                + seeAlso(command);
    }

    private static String synopsis(CommandLine command) {
        return command.getHelp().synopsis(0).replaceAll("\\s+", " ").strip();
    }

    private static <A extends ArgSpec> String list(String title, Stream<A> all, Function<A, String> label) {
        return titled(
                title,
                all.filter(each -> !each.hidden())
                        .map(each -> item(label.apply(each), text(each.description())))
                        .collect(Collectors.joining()));
    }

    /** {@code -h, --help} or {@code --agents=N}. */
    private static String label(OptionSpec option) {
        String names = Arrays.stream(option.names())
                .sorted(Comparator.comparing(String::length))
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "));
        return option.arity().max() == 0 ? names : names + "=\\fI" + escaped(option.paramLabel()) + "\\fR";
    }

    private static String label(PositionalParamSpec parameter) {
        return "\\fI" + escaped(parameter.paramLabel()) + "\\fR";
    }

    private static String commandList(CommandLine command) {
        return titled(
                "COMMANDS",
                below(command)
                        .map(each -> item(
                                reference(each),
                                text(each.getCommandSpec().usageMessage().description())))
                        .collect(Collectors.joining()));
    }

    private static String seeAlso(CommandLine command) {
        CommandLine parent = command.getParent();
        return parent == null ? "" : titled("SEE ALSO", reference(parent) + "\n");
    }

    private static String reference(CommandLine command) {
        return "\\fB" + escaped(name(command)) + "\\fR(1)";
    }

    private static String titled(String title, String body) {
        return body.isEmpty() ? "" : ".SH " + title + "\n" + body;
    }

    private static String item(String label, String text) {
        return ".TP\n" + label + "\n" + escaped(text) + "\n";
    }

    /** What picocli prints of these lines, in one. */
    private static String text(String[] lines) {
        return String.format(Locale.ROOT, String.join(" ", lines))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Text that roff sets as it is: no line of it is a request. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
