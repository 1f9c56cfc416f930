package io.github.murmuration.scenario;

import java.util.Arrays;

/** What {@code model: lqg} asks of the rest of a scenario. */
final class LinearQuadraticRules {
    /** Times to solve at grow with the rates. */
    private static final double FASTEST = 1e5;

    private LinearQuadraticRules() {}

    static void check(Dynamics.LinearQuadratic dynamics, Law initial, Law target, Scheme scheme) {
        Check.dimension("drift.matrix", dynamics.drift().length, initial.dimension(), "initial");
        double rates = norm(dynamics.drift()) + Math.sqrt(norm(dynamics.cost()));
        if (rates > FASTEST) {
            throw ScenarioException.refused(
                    "drift.matrix with cost.matrix",
                    "a largest rate |A| + sqrt|Q| of " + Check.text(rates),
                    "at most " + Check.text(FASTEST));
        }
        if (!(initial instanceof Law.Point) && !gaussian(initial)) {
            throw ScenarioException.refused("initial", described(initial), "a point or a gaussian for model lqg");
        }
        if (!gaussian(target)) {
            throw ScenarioException.refused("target", described(target), "a gaussian for model lqg");
        }
        if (!definite(((Law.Mixture) target).covariances()[0])) {
            throw ScenarioException.refused(
                    "target", "a covariance without spread in some direction", "a positive definite one for model lqg");
        }
        if (scheme != Scheme.EULER_MARUYAMA) {
            throw ScenarioException.refused("time.scheme", scheme, "euler-maruyama, the one scheme of model lqg");
        }
    }

    /** Largest sum of magnitudes in a row. */
    private static double norm(double[][] matrix) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> Arrays.stream(row).map(Math::abs).sum())
                .max()
                .orElseThrow();
    }

    private static boolean gaussian(Law law) {
        return law instanceof Law.Mixture mixture && mixture.weights().length == 1;
    }

    private static String described(Law law) {
        return law instanceof Law.Mixture mixture
                ? "a mixture of " + mixture.weights().length + " components"
                : "an empirical law";
    }

    private static boolean definite(Covariance covariance) {
        if (covariance instanceof Covariance.Full full) {
            return SymmetricMatrix.definite(full.matrix());
        }
        for (double deviation : ((Covariance.Diagonal) covariance).standardDeviations()) {
            if (deviation == 0) {
                return false;
            }
        }
        return true;
    }
}
