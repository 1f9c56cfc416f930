package io.github.murmuration.study.generation;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.CloudMixture;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.cloud.GaussianPoints;
import io.github.murmuration.cloud.SurfaceFamily;
import io.github.murmuration.cloud.SurfaceKind;
import io.github.murmuration.cloud.ThreeShapes;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.diffusion.ExchangeableScore;
import io.github.murmuration.diffusion.GivenClouds;
import io.github.murmuration.diffusion.Score;
import io.github.murmuration.diffusion.ShapesScore;
import io.github.murmuration.scenario.CloudData;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The law that generated clouds are to have, and what is known of it. */
public sealed interface Data {

    CloudLaw law();

    /** The finest length of its clouds. */
    double resolution();

    /** The score in the language of models; empty where it is a sum over given points. */
    Optional<Score> score();

    /** Points about one centre. */
    record Gaussian(ExchangeableGaussian law) implements Data {

        @Override
        public double resolution() {
            return Math.sqrt(law.pointVariance());
        }

        @Override
        public Optional<Score> score() {
            return Optional.of(ExchangeableScore.of(law));
        }
    }

    /** Some shapes. @param names [K] */
    record Shapes(CloudMixture<GaussianPoints> law, List<String> names) implements Data {

        @Override
        public double resolution() {
            double least = law.shapes().stream()
                    .flatMap(shape -> Arrays.stream(shape.mixture().variances()))
                    .flatMapToDouble(Arrays::stream)
                    .min()
                    .orElseThrow();
            return Math.sqrt(least);
        }

        @Override
        public Optional<Score> score() {
            return Optional.of(ShapesScore.of(law));
        }
    }

    /** Given clouds. @param family of surfaces that they are on; empty where that is not known */
    record Given(GivenClouds given, Optional<Surfaces> family) implements Data {

        @Override
        public CloudLaw law() {
            return given.law();
        }

        @Override
        public double resolution() {
            return given.bandwidth();
        }

        @Override
        public Optional<Score> score() {
            return Optional.empty();
        }
    }

    /** The first surfaces of a family. @param count how many of them were given */
    record Surfaces(SurfaceFamily family, long seed, int count) {

        /** New points of a given surface. */
        Cloud again(int points, long seed, int item) {
            return family.member(this.seed, item % count).draw(points, seed, item);
        }

        /** A surface that was not given. */
        Cloud other(int points, int item) {
            return family.draw(points, seed, count + item);
        }
    }

    /**
     * @throws io.github.murmuration.scenario.ScenarioException a file of clouds cannot be read
     * @throws io.github.murmuration.scenario.HeapException the points do not fit into memory
     */
    static Data of(CloudData data) {
        if (data instanceof CloudData.Gaussian gaussian) {
            return new Gaussian(new ExchangeableGaussian(
                    gaussian.mean(), gaussian.centreVariance(), gaussian.variance(), gaussian.dimension()));
        }
        if (data instanceof CloudData.Shapes shapes) {
            return new Shapes(
                    mixture(shapes),
                    IntStream.range(0, shapes.weights().size())
                            .mapToObj(k -> "shape " + k)
                            .toList());
        }
        if (data instanceof CloudData.Surfaces surfaces) {
            return surfaces(surfaces);
        }
        return data instanceof CloudData.Files files
                ? new Given(GivenFiles.read(files), Optional.empty())
                : new Shapes(ThreeShapes.law(), List.of("ring", "line", "two arcs"));
    }

    private static CloudMixture<GaussianPoints> mixture(CloudData.Shapes shapes) {
        double[] weights =
                shapes.weights().stream().mapToDouble(Double::doubleValue).toArray();
        return new CloudMixture<>(
                weights,
                shapes.mixtures().stream()
                        .map(mixture -> new GaussianPoints(GaussianMixture.of(mixture)))
                        .toList());
    }

    private static Data surfaces(CloudData.Surfaces surfaces) {
        SurfaceFamily family = new SurfaceFamily(surfaces.kinds().stream()
                .map(kind -> SurfaceKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                .toList());
        List<Cloud> clouds = IntStream.range(0, surfaces.clouds())
                .mapToObj(item -> family.draw(surfaces.points(), surfaces.seed(), item))
                .toList();
        return new Given(
                new GivenClouds(clouds, surfaces.bandwidth()),
                Optional.of(new Surfaces(family, surfaces.seed(), surfaces.clouds())));
    }
}
