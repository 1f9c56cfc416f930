package io.github.murmuration.study.generation;

import io.github.murmuration.scenario.CloudData;
import io.github.murmuration.scenario.CloudScenario;
import io.github.murmuration.scenario.CloudScore;
import io.github.murmuration.scenario.HeapException;
import java.util.Locale;

/** Heap that a scenario of clouds needs, from the scenario alone. */
final class CloudMemory {

    /** A point is an array of three coordinates, and the reference to it. */
    private static final double BYTES_PER_POINT = 24 + 3 * Double.BYTES;
    /** Clouds that are held at once: starts, ends, and ends as they are kept. */
    private static final double HELD = 3;
    /** Sets of clouds that generated ones are compared with. */
    private static final double REFERENCES = 3;
    /** Points of given clouds are also held in float32, in tiles. */
    private static final double TILE = 1024;

    private CloudMemory() {}

    /** @throws HeapException it is more than there is */
    static void check(CloudScenario scenario) {
        CloudScenario.Clouds population = scenario.population();
        double compared = REFERENCES * Math.min(scenario.output().compared(), population.clouds());
        require(
                "clouds, with those that they are compared with,",
                (HELD * population.clouds() + compared) * population.points(),
                "take fewer population.clouds or population.points");
        HeapException.require(
                String.format(Locale.ROOT, "distances between %,.0f clouds", compared),
                compared * compared * Double.BYTES,
                "take fewer output.compared");
        if (scenario.data() instanceof CloudData.Surfaces surfaces) {
            double points = (double) surfaces.points() * surfaces.upsampling();
            double tiles = Math.ceil(points / TILE) * TILE;
            require(
                    "given surfaces",
                    surfaces.clouds() * (points + tiles / 2),
                    "give fewer surfaces or points of them");
        }
        if (scenario.score() instanceof CloudScore.Learned learned) {
            require("clouds to learn from", (double) learned.clouds() * population.points(), "learn from fewer clouds");
        }
    }

    /**
     * @param points of the given clouds of files
     * @throws HeapException there are too many with those that are drawn about them
     */
    static void checkUpsampled(double points, int upsampling) {
        require("clouds of files", points * upsampling, "take less data.files.upsampling");
    }

    private static void require(String what, double points, String advice) {
        HeapException.require(
                String.format(Locale.ROOT, "%,.0f points of %s", points, what), points * BYTES_PER_POINT, advice);
    }
}
