package io.github.murmuration.study.generation;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.cloud.NoisedLaw;
import io.github.murmuration.diffusion.Branching;
import io.github.murmuration.diffusion.Clock;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.ExchangeableMoments;
import io.github.murmuration.diffusion.GivenClouds;
import io.github.murmuration.diffusion.VarianceExploding;
import io.github.murmuration.diffusion.VariancePreserving;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.scenario.CloudScenario;
import io.github.murmuration.scenario.CloudScore;
import io.github.murmuration.scenario.ForwardNoise;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A scenario of clouds in numbers: the law of the data, the forward process, and the steps of the reverse process.
 *
 * @param branching empty where clouds have all their points from the start
 */
public record CloudProblem(
        CloudScenario scenario, Data data, Diffusion diffusion, Clock clock, Optional<Branching> branching) {

    /** Uses of the seed. */
    enum Part {
        START,
        NOISE,
        TRAINING,
        NEW,
        MORE,
        PERMUTED
    }

    /**
     * @throws io.github.murmuration.scenario.ScenarioException a file of clouds cannot be read
     * @throws io.github.murmuration.scenario.HeapException the clouds do not fit into memory
     */
    public static CloudProblem of(CloudScenario scenario) {
        CloudMemory.check(scenario);
        return of(scenario, Data.of(scenario.data()));
    }

    /**
     * With other data than the scenario's.
     * @throws io.github.murmuration.scenario.HeapException the clouds do not fit into memory
     */
    public static CloudProblem of(CloudScenario scenario, Data data) {
        CloudMemory.check(scenario);
        Diffusion diffusion = diffusion(scenario.diffusion());
        CloudScenario.Steps time = scenario.time();
        boolean quadratic = time.clock() == CloudScenario.Spacing.QUADRATIC;
        return new CloudProblem(
                scenario,
                data,
                diffusion,
                new Clock(diffusion.horizon(), time.end(), time.steps(), quadratic),
                scenario.branching().map(CloudProblem::branching));
    }

    private static Diffusion diffusion(ForwardNoise noise) {
        if (noise instanceof ForwardNoise.Exploding exploding) {
            return new VarianceExploding(exploding.least(), exploding.ratio());
        }
        ForwardNoise.Preserving preserving = (ForwardNoise.Preserving) noise;
        return new VariancePreserving(preserving.first(), preserving.last(), preserving.horizon());
    }

    private static Branching branching(CloudScenario.Copying copying) {
        double[] levels =
                copying.levels().stream().mapToDouble(Double::doubleValue).toArray();
        return new Branching(copying.copies(), copying.widening(), levels);
    }

    /** The law of the data, noised as far as clouds are at the end of the clock. */
    public CloudLaw goal() {
        double end = clock.to();
        return end == 0
                ? data.law()
                : new NoisedLaw(data.law(), diffusion.scale(end), Math.sqrt(diffusion.variance(end)));
    }

    /** What clouds start from. */
    public CloudLaw start() {
        double horizon = clock.from();
        return scenario.start() == CloudScenario.Start.NOISED
                ? new NoisedLaw(data.law(), diffusion.scale(horizon), Math.sqrt(diffusion.variance(horizon)))
                : new ExchangeableGaussian(0, 0, noise(), data.law().dimension());
    }

    /** Variance of the noise alone: what the forward process tends to, or has at the horizon where it tends to nothing. */
    double noise() {
        return diffusion instanceof VariancePreserving ? 1 : diffusion.variance(clock.from());
    }

    /** Moments that the Euler steps end with, exactly; empty where data are not Gaussian or the score is not theirs. */
    public Optional<ExchangeableMoments> moments() {
        return data instanceof Data.Gaussian gaussian && scenario.score() instanceof CloudScore.Exact
                ? Optional.of(moments(gaussian.law()))
                : Optional.empty();
    }

    private ExchangeableMoments moments(ExchangeableGaussian law) {
        ExchangeableMoments start = scenario.start() == CloudScenario.Start.NOISED
                ? ExchangeableMoments.noised(law, diffusion, clock.from())
                : new ExchangeableMoments(0, 0, noise());
        int first = scenario.startPoints();
        return branching
                .map(it -> it.moments(start, law, diffusion, clock, first))
                .orElseGet(() -> start.reversed(law, diffusion, clock, first));
    }

    /** New clouds of the law that generated ones are to have, all of the points that those have. */
    public List<Cloud> fresh(int clouds) {
        CloudLaw goal = goal();
        return IntStream.range(0, clouds)
                .mapToObj(item -> goal.draw(points(), seed(Part.NEW, 0), item))
                .toList();
    }

    /** Points of a cloud at the end, N. */
    public int points() {
        return scenario.population().points();
    }

    /** Points times steps of one cloud. */
    public double pointStepsOfOne() {
        return branching
                .map(it -> (double) it.pointSteps(clock, scenario.startPoints()))
                .orElse((double) points() * clock.steps());
    }

    /** The given clouds, where the score is a sum over their points. */
    Optional<GivenClouds> sums() {
        return scenario.score() instanceof CloudScore.Exact && data instanceof Data.Given given
                ? Optional.of(given.given())
                : Optional.empty();
    }

    /** How many given points every point is summed over at first. */
    public double givenPoints() {
        return sums().map(given ->
                        given.clouds().stream().mapToDouble(Cloud::size).sum())
                .orElse(0.0);
    }

    /** Number that tells given clouds from others of the same names. */
    int fingerprint() {
        return sums().map(given -> Arrays.deepHashCode(
                        given.clouds().stream().map(Cloud::points).toArray()))
                .orElse(0);
    }

    /** @param number of a batch */
    long seed(Part part, int number) {
        return Seeds.of(scenario.population().seed(), number, part.ordinal());
    }
}
