package io.github.murmuration.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options of a command line. */
final class Options {

    private Options() {}

    /** Those that were given and wanted, as they were given, by name. @param wanted by their long names */
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
