package io.github.murmuration.study.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clouds of random scenarios have the same bits on every backend; {@code -Drandom.clouds=300} for more of them. */
@Tag("parity")
class RandomCloudsTest {

    private static final int SCENARIOS = Integer.getInteger("random.clouds", 8);

    @Test
    void everyBackendMakesTheSameClouds() {
        boolean cuda = cuda();
        for (int seed = 1; seed <= SCENARIOS; seed++) {
            String yaml = random(seed);
            Object[] reference = points(yaml, "cpu-scalar", 1);
            assertArrayEquals(reference, points(yaml, "cpu", 1 + seed % 3), yaml);
            if (cuda) {
                assertArrayEquals(reference, points(yaml, "cuda", 1), yaml);
            }
        }
        System.out.println("same clouds on cpu-scalar, cpu" + (cuda ? " and cuda: " : ": ") + SCENARIOS + " scenarios");
    }

    /** In turn Gaussian, shapes and given clouds by their own scores, and a learned one; every other one branches. */
    private static String random(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int d = 1 + random.nextInt(3);
        String data = switch (seed % 4) {
            case 1 -> shapes(random, d);
            case 2 ->
                "surfaces: {clouds: " + (1 + random.nextInt(4)) + ", points: " + (1 + random.nextInt(90))
                        + ", upsampling: " + (1 + random.nextInt(4)) + ", bandwidth: " + random.nextDouble(0.05, 0.5)
                        + "}";
            default ->
                "gaussian: {mean: " + random.nextDouble(-2, 2) + ", centre-variance: " + random.nextDouble()
                        + ", variance: " + random.nextDouble(0.01, 1) + ", dimension: " + d + "}";
        };
        int parts = 1 + random.nextInt(20);
        boolean branching = random.nextBoolean();
        return "model: cloud-diffusion\ndata:\n  " + data + "\n"
                + (seed % 4 == 0
                        ? "score: {" + (random.nextBoolean() ? "learned" : "independent")
                                + ": {clouds: 30, levels: 4, waves: " + random.nextInt(6) + "}}\n"
                        : "")
                + "start: " + (random.nextBoolean() ? "noised" : "independent") + "\n"
                + (random.nextInt(3) == 0 ? "diffusion: {exploding: {least: 0.1}}\n" : "")
                + (branching ? "branching: {copies: 3, widening: 0.2, levels: [0.6, 0.1]}\n" : "")
                + "population: {clouds: " + (1 + random.nextInt(4)) + ", points: " + parts * 9 + ", seed: "
                + random.nextInt() + "}\n"
                + "time: {steps: " + (1 + random.nextInt(12)) + ", clock: "
                + (random.nextBoolean() ? "even" : "quadratic") + "}\n";
    }

    private static String shapes(SplittableRandom random, int d) {
        int count = 1 + random.nextInt(3);
        List<String> weights = new ArrayList<>();
        List<String> mixtures = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            weights.add(Double.toString(random.nextDouble(0.1, 1)));
            int components = 1 + random.nextInt(3);
            List<String> shares = new ArrayList<>();
            List<String> means = new ArrayList<>();
            List<String> deviations = new ArrayList<>();
            for (int c = 0; c < components; c++) {
                shares.add(Double.toString(random.nextDouble(0.1, 1)));
                means.add(random.doubles(d, -2, 2).boxed().toList().toString());
                deviations.add(random.doubles(d, 0.05, 0.5).boxed().toList().toString());
            }
            mixtures.add("{weights: " + shares + ", means: " + means + ", standard-deviations: " + deviations + "}");
        }
        return "shapes: {weights: " + weights + ", mixtures: " + mixtures + "}";
    }

    private static Object[] points(String yaml, String backend, int threads) {
        CloudProblem problem = CloudProblem.of(ScenarioReader.parse("random", yaml, Path.of(""), Map.of())
                .clouds()
                .orElseThrow());
        try (CloudGeneration generation = new CloudGeneration(problem, Backends.select(backend), threads, done -> {})) {
            return generation.clouds(0).stream().map(Cloud::points).toArray();
        }
    }

    private static boolean cuda() {
        try {
            return Backends.select("cuda") != null;
        } catch (UnavailableException e) {
            return false;
        }
    }
}
