package io.github.murmuration.study.generation;

import io.github.murmuration.scenario.CloudScenario;
import io.github.murmuration.scenario.CloudScore;
import java.util.Locale;

/** A description, in words, of a scenario that generates clouds. */
public final class CloudWords {

    private CloudWords() {}

    /** A sentence or two. */
    public static String of(CloudProblem problem) {
        CloudScenario scenario = problem.scenario();
        CloudScenario.Clouds population = scenario.population();
        String pairs = problem.sums().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Every point is summed over %,.0f given points, until one of their clouds is chosen: at most %.2g pairs.",
                        problem.givenPoints(),
                        problem.givenPoints() * population.clouds() * problem.pointStepsOfOne());
        return String.format(
                Locale.ROOT,
                "%,d clouds of %,d points in %d dimensions, by reverse diffusion from noise u = %.4g to %.4g in %,d steps, %s.%s%s",
                population.clouds(),
                population.points(),
                problem.data().law().dimension(),
                problem.clock().from(),
                problem.clock().to(),
                problem.clock().steps(),
                score(scenario.score()),
                scenario.branching().isPresent()
                        ? " They start with " + scenario.startPoints() + " points, which are copied on the way."
                        : "",
                pairs);
    }

    private static String score(CloudScore score) {
        if (score instanceof CloudScore.Learned learned) {
            return "by a score learned from " + learned.clouds() + " clouds"
                    + (learned.pairs() ? ", with forces between pairs of points" : ", each point by itself (B = 0)");
        }
        return "by the score of the data's law";
    }
}
