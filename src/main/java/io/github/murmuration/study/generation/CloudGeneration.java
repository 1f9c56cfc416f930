package io.github.murmuration.study.generation;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.diffusion.Generator;
import io.github.murmuration.diffusion.GivenReversal;
import io.github.murmuration.diffusion.Reversal;
import io.github.murmuration.diffusion.Score;
import io.github.murmuration.diffusion.ScoreReversal;
import io.github.murmuration.scenario.CloudScore;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.FailedRun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Generates the clouds of a problem in batches, which depend only on the problem. */
public final class CloudGeneration implements AutoCloseable {

    /** Points times steps, or a part of the pairs with given points, that are work for part of a second. */
    private static final double WORK_OF_A_BATCH = 1 << 24;
    /** Pairs with given points that cost what a point costs elsewhere. */
    private static final double PAIRS_PER_POINT = 16;

    /** Agents of written models stop a run there. */
    private static final double FARTHEST = 1e17;

    private static final String LEFT =
            "a point of a cloud left the representable range; take more time.steps, or less noise in diffusion";

    private final CloudProblem problem;
    private final Backend backend;
    private final int threads;
    private final DoubleConsumer progress;
    private Optional<PatternEvaluator> evaluator = Optional.empty();
    private Reversal reversal;

    /**
     * @param threads worker threads on the host; 0 for one per core
     * @param progress takes point-steps done since it was last called
     */
    public CloudGeneration(CloudProblem problem, Backend backend, int threads, DoubleConsumer progress) {
        this.problem = problem;
        this.backend = backend;
        this.threads = threads;
        this.progress = progress;
    }

    /** Made when the first batch is: a score may have to be learned. */
    private Reversal reversal() {
        if (reversal == null) {
            evaluator = problem.sums().map(given -> backend.patterns(threads));
            reversal = reversal(new Generator(backend, threads, progress));
        }
        return reversal;
    }

    private Reversal reversal(Generator generator) {
        if (problem.scenario().score() instanceof CloudScore.Learned learned) {
            return new ScoreReversal(generator, problem.diffusion(), learned(learned, generator.threads()));
        }
        return evaluator
                .<Reversal>map(sums -> new GivenReversal(
                        problem.diffusion(), problem.sums().orElseThrow(), sums, generator.progress()))
                .orElseGet(() -> new ScoreReversal(
                        generator, problem.diffusion(), problem.data().score().orElseThrow()));
    }

    private Score learned(CloudScore.Learned learned, int threads) {
        try (Crew<Object> crew = Crew.of(threads)) {
            return new LearnedFit(problem, learned).score(crew);
        }
    }

    /** Number of batches. */
    public int batches() {
        return (problem.scenario().population().clouds() + batch() - 1) / batch();
    }

    /** Clouds of a batch, the last of which may be smaller. */
    private int batch() {
        double each = problem.pointStepsOfOne() * (1 + problem.givenPoints() / PAIRS_PER_POINT);
        return (int) Math.max(1, Math.min(problem.scenario().population().clouds(), WORK_OF_A_BATCH / each));
    }

    /** Point-steps of a batch. */
    double work(int batch) {
        return count(batch) * problem.pointStepsOfOne();
    }

    private int count(int batch) {
        return Math.min(batch(), problem.scenario().population().clouds() - batch * batch());
    }

    /**
     * The clouds of a batch, the same on every backend.
     * @throws io.github.murmuration.sim.FailedRun a point left the representable range
     * @throws io.github.murmuration.scenario.ScenarioException a score cannot be learned: functions follow from each other
     */
    public List<Cloud> clouds(int batch) {
        int first = batch * batch();
        CloudLaw law = problem.start();
        List<Cloud> starts = IntStream.range(first, first + count(batch))
                .mapToObj(item ->
                        law.draw(problem.scenario().startPoints(), problem.seed(CloudProblem.Part.START, 0), item))
                .toList();
        List<Cloud> ends = reversed(starts, problem.seed(CloudProblem.Part.NOISE, batch));
        if (ends.stream().anyMatch(CloudGeneration::left)) {
            throw new FailedRun(LEFT);
        }
        return ends;
    }

    private List<Cloud> reversed(List<Cloud> starts, long seed) {
        Reversal made = reversal();
        try {
            return problem.branching()
                    .map(branching -> branching.run(made, problem.diffusion(), problem.clock(), starts, seed))
                    .orElseGet(() -> made.run(problem.clock(), starts, seed));
        } catch (FailedRun e) {
            throw new FailedRun(LEFT);
        } catch (ScenarioException e) {
            throw e.from("the score of the data as a model");
        }
    }

    /** In float64 nothing stops a point that runs away. */
    private static boolean left(Cloud cloud) {
        return Arrays.stream(cloud.points()).flatMapToDouble(Arrays::stream).anyMatch(x -> !(Math.abs(x) < FARTHEST));
    }

    /** Pairs of a point and a given point that were evaluated so far; 0 where nothing is summed over given points. */
    public double pairs() {
        return reversal instanceof GivenReversal given ? given.pairs() : 0;
    }

    @Override
    public void close() {
        evaluator.ifPresent(PatternEvaluator::close);
    }
}
