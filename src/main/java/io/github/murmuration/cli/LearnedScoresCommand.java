package io.github.murmuration.cli;

import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.learned.CloudExample;
import io.github.murmuration.study.learned.LearnedScores;
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
        name = "learned-scores",
        description =
                "Scores that are fitted to clouds, with pairs of points and without, compared with the exact score.",
        mixinStandardHelpOptions = true)
final class LearnedScoresCommand implements Callable<Integer> {

    /** A step has 64 values at a time: of a point two for each wave, of a cloud two for each coordinate and wave of displacements. */
    private static final int MOST_WAVES = 28;

    @Spec
    private CommandSpec command;

    @Mixin
    private MachineOptions machine;

    @Parameters(
            paramLabel = "CLOUDS",
            arity = "0..1",
            defaultValue = "gaussian-clouds",
            description = "gaussian-clouds or three-shapes (default: ${DEFAULT-VALUE}).")
    private String clouds;

    @Option(
            names = "--training",
            paramLabel = "P",
            defaultValue = "800",
            description = "Clouds that scores are fitted to (default: ${DEFAULT-VALUE}).")
    private String training;

    @Option(
            names = "--points",
            paramLabel = "N",
            defaultValue = "100",
            description = "Points of a cloud (default: ${DEFAULT-VALUE}).")
    private String points;

    @Option(
            names = "--draws",
            paramLabel = "M",
            defaultValue = "1",
            description = "Draws of noise for each cloud and level (default: ${DEFAULT-VALUE}).")
    private String draws;

    @Option(
            names = "--levels",
            paramLabel = "L",
            defaultValue = "24",
            description = "Levels of noise (default: ${DEFAULT-VALUE}).")
    private String levels;

    @Option(
            names = "--waves",
            paramLabel = "K",
            description = "Waves that a score is made of (default: none for gaussian-clouds, 28 for three-shapes).")
    private String waves;

    @Option(
            names = "--ridge",
            paramLabel = "E",
            defaultValue = "1e-5",
            description = "Ridge, in shares of each function's square (default: ${DEFAULT-VALUE}).")
    private String ridge;

    @Option(
            names = "--generated",
            paramLabel = "C",
            defaultValue = "100",
            description = "Clouds that each score generates (default: ${DEFAULT-VALUE}).")
    private String generated;

    @Option(
            names = "--steps",
            paramLabel = "n",
            defaultValue = "1000",
            description = "Steps of the reversal (default: ${DEFAULT-VALUE}).")
    private String steps;

    @Option(
            names = "--held-out",
            paramLabel = "H",
            defaultValue = "100",
            description = "Held-out clouds on which losses are measured (default: ${DEFAULT-VALUE}).")
    private String heldOut;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
    private String seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/learned-scores-<clouds>).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        StudyFields fields = StudyFile.fillFrom(clouds, new StudyFields(command));
        CloudExample example = CloudExample.called(clouds)
                .orElseThrow(() -> ScenarioException.refused("CLOUDS", clouds, CloudExample.names()));
        machine.requirePhilox("");
        LearnedScores study = fields.read(
                () -> new LearnedScores(example, effort(example), Numbers.whole("--seed", seed, 0, Long.MAX_VALUE)));
        return new StudySession(
                        command,
                        machine,
                        "learned-scores-" + example,
                        StudySession.Asked.of(command, "clouds: " + example + "\n", List.of(clouds), fields),
                        out)
                .run(study, machine.backend(study));
    }

    private LearnedScores.Effort effort(CloudExample example) {
        int count = waves == null ? example.waves() : whole("--waves", waves, 0, MOST_WAVES);
        return new LearnedScores.Effort(
                whole("--training", training, 2, 1_000_000),
                whole("--points", points, 2, 100_000),
                whole("--draws", draws, 1, 10_000),
                whole("--levels", levels, 1, 1000),
                count,
                Math.min(count, MOST_WAVES / example.law().dimension()),
                Numbers.positive("--ridge", ridge),
                whole("--held-out", heldOut, 2, 100_000),
                whole("--generated", generated, 2, 100_000),
                whole("--steps", steps, 1, 1_000_000));
    }

    private static int whole(String option, String text, int least, int most) {
        return (int) Numbers.whole(option, text, least, most);
    }
}
