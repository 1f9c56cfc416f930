package io.github.murmuration.study.learned;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.diffusion.Clock;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.Generator;
import io.github.murmuration.diffusion.ReverseModel;
import io.github.murmuration.diffusion.Score;
import io.github.murmuration.diffusion.ScoreReversal;
import io.github.murmuration.diffusion.VariancePreserving;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.HeapException;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.score.FourierBasis;
import io.github.murmuration.score.HeldOut;
import io.github.murmuration.score.LearnedScore;
import io.github.murmuration.score.ScoreMatching;
import io.github.murmuration.score.WrittenScore;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Study {@code learned-scores}: scores fitted to clouds, with interactions between points and without, against the score itself. */
public final class LearnedScores implements Study {

    private static final int TRAINING = 0;
    private static final int HELD_OUT = 1;
    private static final int FRESH = 2;
    private static final int START = 3;
    private static final int NOISE = 4;
    private static final int PERMUTED = 5;

    /** See {@link FourierBasis#random}. */
    private static final double WIDTH = 0.9;

    /** Lists of generated, starting and new clouds that are held at once. */
    private static final int BATCHES = 5;

    /** Of an array, and of the reference to it. */
    private static final int BYTES_PER_POINT = 24;

    /** Where reversal ends: a thousandth of the unit of time. */
    private static final double LAST_NOISE = 1e-3;

    /**
     * How much of it.
     *
     * @param clouds that scores are fitted to
     * @param points N of a cloud
     * @param draws of noise that each cloud is given
     * @param levels of noise
     * @param waves of points
     * @param interacting waves of displacements, at most as many
     * @param ridge share of a function's own square
     * @param heldOut clouds for the losses
     * @param generated clouds by each score
     * @param steps of the reversal
     */
    public record Effort(
            int clouds,
            int points,
            int draws,
            int levels,
            int waves,
            int interacting,
            double ridge,
            int heldOut,
            int generated,
            int steps) {}

    private final CloudExample example;
    private final Effort effort;
    private final long seed;
    private final Diffusion diffusion;

    public LearnedScores(CloudExample example, Effort effort, long seed) {
        this.example = example;
        this.effort = effort;
        this.seed = seed;
        this.diffusion = VariancePreserving.ofUnitRate(8 + Math.log(effort.points()));
        double points = (double) effort.points() * (effort.clouds() + effort.heldOut() + BATCHES * effort.generated());
        double bytes = points * (BYTES_PER_POINT + Double.BYTES * example.law().dimension());
        HeapException.require(
                String.format(Locale.ROOT, "%,.0f points of clouds", points), bytes, "take fewer clouds or points");
    }

    @Override
    public double work() {
        return 2.0 * effort.generated() * effort.points() * effort.steps();
    }

    /** @throws ScenarioException functions of the basis follow from each other */
    @Override
    public StudyReport run(Resources resources) {
        try (Crew<Object> crew = Crew.of(resources.threads())) {
            LearnedScore learned = fit(crew);
            List<LossAtNoise> losses = losses(learned, crew);
            List<Cloud> fresh = clouds(example.law(), effort.generated(), FRESH);
            List<GeneratedClouds> rows = new ArrayList<>();
            rows.add(GeneratedClouds.of(
                    "new data", fresh, clouds(example.law(), effort.generated(), PERMUTED), seed(PERMUTED), crew));
            rows.add(GeneratedClouds.of(
                    "with pairs", reversed(learned.interacting(), resources), fresh, seed(PERMUTED), crew));
            rows.add(GeneratedClouds.of(
                    "B = 0", reversed(learned.independent(), resources), fresh, seed(PERMUTED), crew));
            StudyReport report = new LearnedReport(example, effort, seed, learned, losses, rows).report();
            report.addText("with-pairs.yaml", model("with-pairs", learned.interacting()));
            report.addText("without-pairs.yaml", model("without-pairs", learned.independent()));
            return report;
        }
    }

    private LearnedScore fit(Crew<Object> crew) {
        FourierBasis basis = FourierBasis.random(
                example.law().dimension(), effort.waves(), effort.interacting(), WIDTH, example.resolution(), seed);
        List<Cloud> clouds = clouds(example.law(), effort.clouds(), TRAINING);
        ScoreMatching matching =
                new ScoreMatching(diffusion, basis, clouds, effort.draws(), effort.ridge(), seed(TRAINING));
        try {
            return matching.fit(noises(), crew);
        } catch (ArithmeticException e) {
            throw new ScenarioException("--ridge", e.getMessage());
        }
    }

    /** Closer to each other where there is little noise. */
    private double[] noises() {
        double[] noises = new double[effort.levels()];
        Arrays.setAll(noises, l -> diffusion.horizon() * Math.pow((l + 1.0) / noises.length, 2));
        return noises;
    }

    private List<LossAtNoise> losses(LearnedScore learned, Crew<Object> crew) {
        HeldOut heldOut = new HeldOut(diffusion, clouds(example.law(), effort.heldOut(), HELD_OUT), seed(HELD_OUT));
        WrittenScore exact = new WrittenScore(diffusion, example.score());
        double[] noises = noises();
        return IntStream.range(0, noises.length)
                .mapToObj(l -> new LossAtNoise(
                        noises[l],
                        heldOut.loss(exact, noises[l], crew),
                        heldOut.loss(learned.interacting(l), noises[l], crew),
                        heldOut.loss(learned.independent(l), noises[l], crew),
                        learned.decided(l)))
                .toList();
    }

    /** A scenario that generates one cloud. */
    private String model(String name, Score score) {
        int d = example.law().dimension();
        double[] ones = new double[d];
        Arrays.fill(ones, 1);
        return ScenarioWriter.toYaml(Scenario.builder()
                .name(example + "-" + name)
                .dynamics(ReverseModel.of(diffusion, score, clock(), effort.points()))
                .initial(Law.gaussian(new double[d], Covariance.standardDeviations(ones)))
                .agents(effort.points())
                .steps(effort.steps())
                .build());
    }

    private Clock clock() {
        return new Clock(diffusion.horizon(), LAST_NOISE, effort.steps(), true);
    }

    /** From points of the noise alone, with the same noise for every score. */
    private List<Cloud> reversed(Score score, Resources resources) {
        CloudLaw noise = new ExchangeableGaussian(0, 0, 1, example.law().dimension());
        Generator generator = new Generator(resources.backend(), resources.threads());
        List<Cloud> clouds = new ScoreReversal(generator, diffusion, score)
                .run(clock(), clouds(noise, effort.generated(), START), seed(NOISE));
        resources.meter().add(work() / 2);
        return clouds;
    }

    private List<Cloud> clouds(CloudLaw law, int count, int part) {
        return IntStream.range(0, count)
                .mapToObj(c -> law.draw(effort.points(), seed(part), c))
                .toList();
    }

    private long seed(int part) {
        return Seeds.of(seed, 0, part);
    }
}
