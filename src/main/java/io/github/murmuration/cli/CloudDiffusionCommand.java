package io.github.murmuration.cli;

import io.github.murmuration.scenario.CloudScenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioFile;
import io.github.murmuration.study.clouds.CloudDiffusion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "cloud-diffusion",
        description = "Quality of generated clouds by points, steps and branching, and with independent points.",
        mixinStandardHelpOptions = true)
final class CloudDiffusionCommand implements Callable<Integer> {

    private static final String OWN_SCENARIO = "three-shapes";

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyScenarioOptions scenario;

    @Mixin
    private MachineOptions machine;

    @Option(
            names = "--budget",
            paramLabel = "W",
            defaultValue = "1e7",
            description =
                    "Point-steps of each case, which decide how many clouds it has, at most population.clouds (default: ${DEFAULT-VALUE}).")
    private String budget;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/<scenario>-<study>).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        ScenarioFile file = scenario.file(OWN_SCENARIO);
        CloudScenario clouds = file.clouds()
                .orElseThrow(
                        () -> ScenarioException.refused("model", file.scenario().model(), CloudScenario.MODEL)
                                .from(file.origin()));
        machine.requirePhilox("");
        StudyFields fields = new StudyFields(command).fill(file);
        CloudDiffusion study = fields.read(() -> new CloudDiffusion(clouds, Numbers.positive("--budget", budget)));
        return new StudySession(command, machine, clouds.name(), StudySession.Asked.of(command, clouds, fields), out)
                .run(study, machine.backend(study));
    }
}
