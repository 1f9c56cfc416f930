package io.github.murmuration.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options of a command line. */
final class Options {

    private static final Set<String> OF_THE_MACHINE =
            Set.of("--backend", "--noise", "--threads", "--json", "--quiet", "--debug");

    private Options() {}

    /** The command that was given, for a shell. */
    static String commandLine(CommandSpec command) {
        return shell(command.root().commandLine().getParseResult().originalArgs());
    }

    /** The command that goes on with what is kept in a folder, on the machine that was asked for. */
    static String resume(CommandSpec command, Path folder) {
        List<String> arguments = new ArrayList<>(List.of("resume", folder.toString()));
        arguments.addAll(given(command, OF_THE_MACHINE::contains));
        return shell(arguments);
    }

    private static String shell(List<String> arguments) {
        return arguments.stream()
                .map(argument ->
                        argument.matches("[\\w./:=,@%+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", "murmuration ", ""));
    }

    /**
     * Those that were given and wanted, as they were given, by name.
     * @param wanted by their long names
     */
    static List<String> given(CommandSpec command, Predicate<String> wanted) {
        List<String> given = new ArrayList<>();
        for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
            if (wanted.test(option.longestName())) {
                boolean flag = option.arity().max() == 0;
                option.originalStringValues()
                        .forEach(value -> given.add(option.longestName() + (flag ? "" : "=" + value)));
            }
        }
        return given.stream().sorted().toList();
    }
}
