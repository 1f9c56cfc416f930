package io.github.murmuration.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description =
                "Print a script with which bash and zsh complete commands and options: source <(murmuration completion)",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        CommandSpec program = command.parent();
        program.commandLine().getOut().print(AutoComplete.bash(program.name(), program.commandLine()));
        return 0;
    }
}
