package io.github.murmuration.study.generation;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.CloudMixture;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.cloud.GaussianPoints;
import io.github.murmuration.cloud.SmoothedCloud;
import io.github.murmuration.cloud.SurfaceFamily;
import io.github.murmuration.cloud.SurfaceKind;
import io.github.murmuration.cloud.ThreeShapes;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.diffusion.ExchangeableScore;
import io.github.murmuration.diffusion.GivenClouds;
import io.github.murmuration.diffusion.Score;
import io.github.murmuration.diffusion.ShapesScore;
import io.github.murmuration.scenario.CloudData;
import io.github.murmuration.scenario.ScenarioException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The law that generated clouds shall have, with the properties that are known exactly. */
public sealed interface Data {

    CloudLaw law();

    /** The finest length of its clouds. */
    double resolution();

    /** The score in the language of models; empty where it is a sum over given points. */
    Optional<Score> score();

    /**
     * Independent points that one by one have the same law: what is left of this one where points know nothing of each other.
     *
     * @throws ScenarioException given clouds are of different numbers of points
     */
    Data independent();

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

        @Override
        public Data independent() {
            double variance = law.centreVariance() + law.pointVariance();
            return new Gaussian(new ExchangeableGaussian(law.mean(), 0, variance, law.dimension()));
        }
    }

    /**
     * Some shapes.
     * @param names [K]
     */
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

        @Override
        public Data independent() {
            return new PointsOfShapes(this);
        }
    }

    /** Independent points of all shapes: sum_k p_k eta_k. */
    record PointsOfShapes(Shapes shapes) implements Data {

        @Override
        public CloudLaw law() {
            List<GaussianMixture> mixtures =
                    shapes.law().shapes().stream().map(GaussianPoints::mixture).toList();
            double[] weights = IntStream.range(0, mixtures.size())
                    .boxed()
                    .flatMapToDouble(k -> Arrays.stream(mixtures.get(k).weights())
                            .map(w -> shapes.law().probabilities()[k] * w))
                    .toArray();
            return new GaussianPoints(new GaussianMixture(
                    weights, all(mixtures, GaussianMixture::means), all(mixtures, GaussianMixture::variances), null));
        }

        private static double[][] all(List<GaussianMixture> mixtures, Function<GaussianMixture, double[][]> rows) {
            return mixtures.stream().map(rows).flatMap(Arrays::stream).toArray(double[][]::new);
        }

        @Override
        public double resolution() {
            return shapes.resolution();
        }

        @Override
        public Optional<Score> score() {
            return Optional.of(ShapesScore.ofOnePoint(shapes.law()));
        }

        @Override
        public Data independent() {
            return this;
        }
    }

    /**
     * Given clouds.
     * @param family of surfaces that they are on; empty where that is not known
     */
    record Given(GivenClouds given, Optional<Surfaces> family) implements Data {

        @Override
        public CloudMixture<SmoothedCloud> law() {
            return given.law();
        }

        @Override
        public Data independent() {
            double[][] points = given.clouds().stream()
                    .flatMap(cloud -> Arrays.stream(cloud.points()))
                    .toArray(double[][]::new);
            int size = given.clouds().get(0).size();
            if (given.clouds().stream().anyMatch(cloud -> cloud.size() != size)) {
                throw ScenarioException.refused(
                        "data", "clouds of different numbers of points", "clouds of one number");
            }
            return new Given(new GivenClouds(List.of(new Cloud(points)), given.bandwidth()), Optional.empty());
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

    /**
     * The first surfaces of a family.
     * @param count how many of them were given
     */
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
        CloudMemory.checkGiven(
                "given surfaces",
                surfaces.clouds(),
                (double) surfaces.points() * surfaces.upsampling(),
                "give fewer surfaces, points of them, or a smaller upsampling");
        SurfaceFamily family = new SurfaceFamily(surfaces.kinds().stream()
                .map(kind -> SurfaceKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                .toList());
        List<Cloud> clouds = IntStream.range(0, surfaces.clouds())
                .mapToObj(item -> family.draw(surfaces.points(), surfaces.seed(), item))
                .toList();
        return new Given(
                new GivenClouds(clouds, surfaces.bandwidth()).upsampled(surfaces.upsampling()),
                Optional.of(new Surfaces(family, surfaces.seed(), surfaces.clouds())));
    }
}
