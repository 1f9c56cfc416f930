package io.github.murmuration.study.generation;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.diffusion.Score;
import io.github.murmuration.scenario.CloudScore;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.score.FourierBasis;
import io.github.murmuration.score.LearnedScore;
import io.github.murmuration.score.ScoreMatching;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A score that is fitted to clouds drawn from the law of a problem's data. */
record LearnedFit(CloudProblem problem, CloudScore.Learned how) {

    /** See {@link FourierBasis#random}. */
    private static final double WIDTH = 0.9;

    /** @throws ScenarioException functions of the basis follow from each other */
    Score score(Crew<Object> crew) {
        int d = problem.data().law().dimension();
        long seed = problem.seed(CloudProblem.Part.TRAINING, 0);
        FourierBasis basis = FourierBasis.random(
                d,
                how.waves(),
                Math.min(how.waves(), CloudScore.Learned.MOST_WAVES / d),
                WIDTH,
                problem.data().resolution(),
                seed);
        ScoreMatching matching =
                new ScoreMatching(problem.diffusion(), basis, clouds(seed), how.draws(), how.ridge(), seed);
        try {
            LearnedScore learned = matching.fit(noises(), crew);
            return how.pairs() ? learned.interacting() : learned.independent();
        } catch (ArithmeticException e) {
            throw new ScenarioException("score", e.getMessage());
        }
    }

    private List<Cloud> clouds(long seed) {
        return IntStream.range(0, how.clouds())
                .mapToObj(item -> problem.data().law().draw(problem.points(), seed, item))
                .toList();
    }

    /** Closer to each other where there is little noise. */
    private double[] noises() {
        double[] noises = new double[how.levels()];
        Arrays.setAll(noises, l -> problem.diffusion().horizon() * Math.pow((l + 1.0) / noises.length, 2));
        return noises;
    }
}
