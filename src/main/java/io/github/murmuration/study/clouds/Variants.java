package io.github.murmuration.study.clouds;

import io.github.murmuration.scenario.CloudScenario;
import io.github.murmuration.scenario.ForwardNoise;
import io.github.murmuration.study.generation.CloudProblem;
import io.github.murmuration.study.generation.Data;
import java.util.Optional;

/**
 * Scenarios that differ from one in a single respect, each of as many clouds as the budget allows.
 *
 * @param budget point-steps of each; pairs of a point and a given point count a sixteenth
 */
record Variants(CloudScenario scenario, Data data, double budget) {

    private static final double PAIRS_PER_POINT_STEP = 16;

    /** Clouds that an error can be taken of. */
    private static final int FEWEST = 2;

    /** Points of a cloud, from independent noise at the horizon that so many need, or as noised as those of the scenario. */
    CloudProblem ofPoints(int points) {
        boolean same = points == scenario.population().points() || scenario.start() == CloudScenario.Start.NOISED;
        ForwardNoise diffusion = same ? scenario.diffusion() : forgetting(points);
        return problem(diffusion, points, scenario.time().steps(), Optional.empty(), data);
    }

    /** Of one cloud, as the budget counts it. */
    double cost(CloudProblem problem) {
        return problem.pointStepsOfOne() * (1 + problem.givenPoints() / PAIRS_PER_POINT_STEP);
    }

    private ForwardNoise forgetting(int points) {
        if (scenario.diffusion() instanceof ForwardNoise.Preserving preserving) {
            double horizon = ForwardNoise.Preserving.horizon(preserving.first(), preserving.last(), points);
            return new ForwardNoise.Preserving(preserving.first(), preserving.last(), horizon);
        }
        double least = ((ForwardNoise.Exploding) scenario.diffusion()).least();
        return new ForwardNoise.Exploding(least, ForwardNoise.Exploding.ratio(least, points));
    }

    CloudProblem ofSteps(int steps) {
        return problem(scenario.diffusion(), scenario.population().points(), steps, Optional.empty(), data);
    }

    /** By the score of points that know nothing of each other. */
    CloudProblem independent() {
        return problem(
                scenario.diffusion(),
                scenario.population().points(),
                scenario.time().steps(),
                Optional.empty(),
                data.independent());
    }

    /** @param points at the end */
    CloudProblem branched(CloudScenario.Copying copying, int points) {
        return problem(scenario.diffusion(), points, scenario.time().steps(), Optional.of(copying), data);
    }

    private CloudProblem problem(
            ForwardNoise diffusion, int points, int steps, Optional<CloudScenario.Copying> branching, Data law) {
        CloudProblem few = problem(diffusion, points, steps, branching, law, FEWEST);
        int most = scenario.population().clouds();
        int clouds = (int) Math.max(FEWEST, Math.min(most, budget / cost(few)));
        return problem(diffusion, points, steps, branching, law, clouds);
    }

    private CloudProblem problem(
            ForwardNoise diffusion,
            int points,
            int steps,
            Optional<CloudScenario.Copying> branching,
            Data law,
            int clouds) {
        CloudScenario variant = new CloudScenario(
                scenario.name(),
                scenario.data(),
                scenario.score(),
                diffusion,
                scenario.start(),
                branching,
                new CloudScenario.Clouds(clouds, points, scenario.population().seed()),
                new CloudScenario.Steps(
                        steps, scenario.time().end(), scenario.time().clock()),
                scenario.output());
        return CloudProblem.of(variant, law);
    }
}
