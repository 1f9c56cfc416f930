package io.github.murmuration.scenario;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes a scenario of clouds as YAML that is read back as the same, with every default. */
final class CloudScenarioWriter {

    private CloudScenarioWriter() {}

    /**
     * @param arrays where given clouds go
     */
    static String toYaml(CloudScenario scenario, ArrayText arrays) {
        CloudScenario.Clouds population = scenario.population();
        CloudScenario.Steps time = scenario.time();
        CloudScenario.Saved output = scenario.output();
        return "name: \"" + scenario.name() + "\"\n"
                + "model: " + CloudScenario.MODEL + "\n"
                + "data:\n  " + data(scenario.data(), arrays) + "\n"
                + "score: " + score(scenario.score()) + "\n"
                + "diffusion: " + diffusion(scenario.diffusion()) + "\n"
                + "start: " + scenario.start() + "\n"
                + scenario.branching().map(CloudScenarioWriter::branching).orElse("")
                + "population: {clouds: " + population.clouds() + ", points: " + population.points() + ", seed: "
                + population.seed() + "}\n"
                + "time: {steps: " + time.steps() + ", end: " + time.end() + ", clock: " + time.clock() + "}\n"
                + "output: {ply-files: " + output.plyFiles() + ", compared: " + output.compared() + "}\n";
    }

    private static String data(CloudData data, ArrayText arrays) {
        if (data instanceof CloudData.Gaussian gaussian) {
            return "gaussian: {mean: " + gaussian.mean() + ", centre-variance: " + gaussian.centreVariance()
                    + ", variance: " + gaussian.variance() + ", dimension: " + gaussian.dimension() + "}";
        }
        if (data instanceof CloudData.Shapes shapes) {
            return "shapes:\n    weights: " + shapes.weights() + "\n    mixtures:\n"
                    + shapes.mixtures().stream()
                            .map(CloudScenarioWriter::mixture)
                            .collect(Collectors.joining());
        }
        if (data instanceof CloudData.Surfaces surfaces) {
            return "surfaces: {kinds: " + surfaces.kinds() + ", clouds: " + surfaces.clouds() + ", points: "
                    + surfaces.points() + ", seed: " + surfaces.seed() + ", upsampling: " + surfaces.upsampling()
                    + ", bandwidth: " + surfaces.bandwidth() + "}";
        }
        return data instanceof CloudData.Files files
                ? "files: {" + arrays.clouds(files.files()) + ", upsampling: " + files.upsampling() + ", bandwidth: "
                        + files.bandwidth() + "}"
                : "shapes: " + CloudData.ThreeShapes.NAME;
    }

    private static String mixture(Law.Mixture mixture) {
        double[][] deviations = Arrays.stream(mixture.covariances())
                .map(covariance -> ((Covariance.Diagonal) covariance).standardDeviations())
                .toArray(double[][]::new);
        return "      - {weights: " + Arrays.toString(mixture.weights()) + ", means: "
                + Arrays.deepToString(mixture.means()) + ", standard-deviations: " + Arrays.deepToString(deviations)
                + "}\n";
    }

    private static String score(CloudScore score) {
        return score instanceof CloudScore.Learned learned
                ? "{" + learned.field() + ": {clouds: " + learned.clouds() + ", draws: " + learned.draws()
                        + ", levels: " + learned.levels() + ", waves: " + learned.waves() + ", ridge: "
                        + learned.ridge() + "}}"
                : "exact";
    }

    private static String diffusion(ForwardNoise noise) {
        if (noise instanceof ForwardNoise.Exploding exploding) {
            return "{exploding: {least: " + exploding.least() + ", ratio: " + exploding.ratio() + "}}";
        }
        ForwardNoise.Preserving preserving = (ForwardNoise.Preserving) noise;
        return "{preserving: {first: " + preserving.first() + ", last: " + preserving.last() + ", horizon: "
                + preserving.horizon() + "}}";
    }

    private static String branching(CloudScenario.Copying copying) {
        return "branching: {copies: " + copying.copies() + ", widening: " + copying.widening() + ", levels: "
                + copying.levels() + "}\n";
    }
}
