package io.github.murmuration.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(
        name = "study",
        description = "Experiments made of many simulations.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "NAME",
        subcommands = {
            LinearityCommand.class,
            ChaosCommand.class,
            SelfConsistentCommand.class,
            RedistributionCommand.class,
            PathConvergenceCommand.class,
            StepConvergenceCommand.class,
            LearnedScoresCommand.class,
            CloudDiffusionCommand.class,
            LaboratoryCommand.class,
            HjbScoresCommand.class,
            ThroughputCommand.class
        })
final class StudyCommand {

    /** Each study with its description of one line. */
    static Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (Class<?> study : StudyCommand.class.getAnnotation(Command.class).subcommands()) {
            Command command = study.getAnnotation(Command.class);
            descriptions.put(command.name(), command.description()[0]);
        }
        return descriptions;
    }
}
