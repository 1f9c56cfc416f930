package io.github.murmuration.study.generation;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.scenario.CloudScenario;
import io.github.murmuration.scenario.ForwardNoise;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the horizon is so far that clouds there are independent noise, where they start as such. */
final class Forgetting {

    /** Root mean square of coordinates up to which data count as of size one. */
    private static final double SIZE = 2;
    /** A default that was written down and read again is no shorter for its last digit. */
    private static final double ROUNDING = 1 + 1e-9;
    /** Four digits of what this multiplies are no less than it. */
    private static final double ROUNDED_UP = 1.0005;

    private Forgetting() {}

    /**
     * What to tell of it.
     * @param fresh clouds of the law, of which the size of the data is taken
     */
    static Optional<String> note(CloudProblem problem, List<Cloud> fresh) {
        if (problem.scenario().start() == CloudScenario.Start.NOISED) {
            return Optional.empty();
        }
        double size = size(fresh);
        double points = problem.scenario().startPoints() * Math.max(1, size * size / (SIZE * SIZE));
        double memory = memory(problem, points);
        return memory > ForwardNoise.FORGOTTEN * ROUNDING
                ? Optional.of(sentence(problem, memory, points))
                : Optional.empty();
    }

    /** N a^2/s^2, with N times the square of the size where that is more than one. */
    private static double memory(CloudProblem problem, double points) {
        double u = problem.clock().from();
        double scale = problem.diffusion().scale(u);
        return points * scale * scale / problem.diffusion().variance(u);
    }

    private static String sentence(CloudProblem problem, double memory, double points) {
        return String.format(
                Locale.ROOT,
                "clouds start as independent noise, but noise has not forgotten them at the horizon: N a^2/s^2 is %.2g there and"
                        + " should be at most e^-8 = 3.4e-4, so the law of the clouds is biased; take %s, or start: noised",
                memory,
                remedy(problem.scenario().diffusion(), points));
    }

    private static String remedy(ForwardNoise noise, double points) {
        if (noise instanceof ForwardNoise.Exploding exploding) {
            double ratio = ForwardNoise.Exploding.ratio(exploding.least(), points);
            return String.format(Locale.ROOT, "diffusion.exploding.ratio: %.4g", ratio * ROUNDED_UP);
        }
        ForwardNoise.Preserving preserving = (ForwardNoise.Preserving) noise;
        double horizon = ForwardNoise.Preserving.horizon(preserving.first(), preserving.last(), points);
        return String.format(Locale.ROOT, "diffusion.preserving.horizon: %.2f", Math.ceil(100 * horizon) / 100);
    }

    /** Root mean square over clouds, points and coordinates. */
    private static double size(List<Cloud> clouds) {
        return Math.sqrt(clouds.stream()
                .flatMap(cloud -> Arrays.stream(cloud.points()))
                .flatMapToDouble(Arrays::stream)
                .map(x -> x * x)
                .average()
                .orElseThrow());
    }
}
