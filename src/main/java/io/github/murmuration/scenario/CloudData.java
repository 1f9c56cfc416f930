package io.github.murmuration.scenario;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The law that generated clouds are to have. */
public sealed interface CloudData {

    /** The smallest length that is told apart, in shares of the largest coordinate: points are float32, of 24 bits. */
    double FINEST = 0x1p-20;

    /** Points about one centre: c + N(0, variance I), c ~ N(mean 1, centreVariance I). */
    record Gaussian(double mean, double centreVariance, double variance, int dimension) implements CloudData {

        public Gaussian {
            Check.coordinate("mean", mean);
            Check.notNegative("centre-variance", centreVariance);
            Check.single("centre-variance", centreVariance);
            Check.positive("variance", variance);
            Check.single("variance", variance);
            checkResolved("variance", variance, Math.abs(mean) + Math.sqrt(centreVariance));
            checkDimension("dimension", dimension);
        }
    }

    /** Ring, line and two arcs in the plane. */
    record ThreeShapes() implements CloudData {

        /** The name in scenario files. */
        static final String NAME = "three-shapes";
    }

    /**
     * Shape k with probability p_k; its points are independent, of a mixture of Gaussians along the axes.
     *
     * @param weights p [K], positive; divided by their sum where it is not 1
     */
    record Shapes(List<Double> weights, List<Law.Mixture> mixtures) implements CloudData {

        /** Of a shape, and of shapes: the score of more than that is no step of a written model. */
        private static final int MOST_COMPONENTS = 32;

        public Shapes {
            double[] given = weights.stream().mapToDouble(Double::doubleValue).toArray();
            weights = Arrays.stream(Weights.normalised(given)).boxed().toList();
            mixtures = List.copyOf(mixtures);
            Check.count("mixtures", mixtures.size(), weights.size(), "one per weight");
            Check.atMost("mixtures", mixtures.size(), MOST_COMPONENTS, "shapes");
            for (int k = 0; k < mixtures.size(); k++) {
                check("mixtures[" + k + "]", mixtures.get(k), mixtures.get(0).dimension());
            }
        }

        private static void check(String path, Law.Mixture mixture, int dimension) {
            checkDimension(path, mixture.dimension());
            Check.atMost(path, mixture.weights().length, MOST_COMPONENTS, "components");
            Check.dimension(path, mixture.dimension(), dimension, "mixtures[0]");
            for (int c = 0; c < mixture.means().length; c++) {
                double least = least(mixture.covariances()[c]);
                if (least <= 0) {
                    throw new ScenarioException(path, "components of shapes have positive standard-deviations alone");
                }
                double largest =
                        Arrays.stream(mixture.means()[c]).map(Math::abs).max().orElseThrow();
                checkResolved(path, least * least, largest);
            }
        }

        private static double least(Covariance covariance) {
            return covariance instanceof Covariance.Diagonal diagonal
                    ? Arrays.stream(diagonal.standardDeviations()).min().orElseThrow()
                    : 0;
        }
    }

    /**
     * One of the first surfaces of a random family, each given by points on it, smoothed.
     *
     * @param kinds among {@link #KINDS}
     * @param clouds how many surfaces
     * @param points of each
     * @param upsampling points that are drawn along its surface for each of them; 1 leaves them as they are
     * @param bandwidth standard deviation of the Gaussian about each point
     */
    record Surfaces(List<String> kinds, int clouds, int points, long seed, int upsampling, double bandwidth)
            implements CloudData {

        /** Kinds of surfaces in space. */
        public static final List<String> KINDS = List.of("sphere", "torus", "box", "helix");

        public Surfaces {
            kinds = List.copyOf(kinds);
            Check.notEmpty("kinds", kinds.size(), "some of " + String.join(", ", KINDS));
            Check.atLeast("clouds", clouds, 1);
            Check.atLeast("points", points, 1);
            Check.atLeast("upsampling", upsampling, 1);
            Check.positive("bandwidth", bandwidth);
            Check.single("bandwidth", bandwidth);
        }
    }

    /**
     * One of the clouds of some files, smoothed.
     * @param files absolute.
     * @param upsampling as of surfaces
     * @param bandwidth as of surfaces
     */
    record Files(List<Path> files, int upsampling, double bandwidth) implements CloudData {

        public Files {
            files = List.copyOf(files);
            Check.notEmpty("names", files.size(), "names of files of clouds");
            Check.atLeast("upsampling", upsampling, 1);
            Check.positive("bandwidth", bandwidth);
            Check.single("bandwidth", bandwidth);
        }
    }

    private static void checkResolved(String path, double variance, double coordinate) {
        if (Math.sqrt(variance) < FINEST * coordinate) {
            throw ScenarioException.refused(
                    path, variance, "the square of at least 2^-20 of the coordinates, which are float32");
        }
    }

    private static void checkDimension(String path, int found) {
        if (found < 1 || found > 3) {
            throw ScenarioException.refused(path, "dimension " + found, "1, 2 or 3");
        }
    }
}
