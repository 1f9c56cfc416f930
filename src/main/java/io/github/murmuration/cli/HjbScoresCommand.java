package io.github.murmuration.cli;

import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.hjb.HjbScores;
import io.github.murmuration.study.hjb.PlaneLaw;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "hjb-scores",
        description =
                "Scores fitted with the Hamilton-Jacobi-Bellman equation as a regulariser, against score matching alone.",
        mixinStandardHelpOptions = true)
final class HjbScoresCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private MachineOptions machine;

    @Parameters(
            paramLabel = "LAW",
            arity = "0..1",
            defaultValue = "checkerboard",
            description = "Law of the samples: checkerboard or mixture (default: ${DEFAULT-VALUE}).")
    private String law;

    @Option(
            names = "--points",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Points that each score generates (default: ${DEFAULT-VALUE}).")
    private String points;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            defaultValue = "3",
            description = "Times that each fit is repeated, with other samples and noise (default: ${DEFAULT-VALUE}).")
    private String seeds;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
    private String seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/hjb-scores-<law>).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        StudyFields fields = StudyFile.fillFrom(law, new StudyFields(command));
        PlaneLaw asked =
                PlaneLaw.called(law).orElseThrow(() -> ScenarioException.refused("LAW", law, PlaneLaw.names()));
        machine.requirePhilox("");
        HjbScores study =
                fields.read(() -> new HjbScores(asked, effort(), Numbers.whole("--seed", seed, 0, Long.MAX_VALUE)));
        return new StudySession(
                        command,
                        machine,
                        "hjb-scores-" + asked,
                        StudySession.Asked.of(command, "law: " + asked + "\n", List.of(law), fields),
                        out)
                .run(study, machine.backend(study));
    }

    private HjbScores.Effort effort() {
        return new HjbScores.Effort(
                (int) Numbers.whole("--points", points, 100, 100_000), (int) Numbers.whole("--seeds", seeds, 2, 1000));
    }
}
