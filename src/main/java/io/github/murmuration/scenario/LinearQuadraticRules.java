package io.github.murmuration.scenario;

/** What {@code model: lqg} asks of the rest of a scenario. */
final class LinearQuadraticRules {
    private LinearQuadraticRules() {}

    static void check(Dynamics.LinearQuadratic dynamics, Law initial, Law target, Scheme scheme) {
        Check.dimension("drift.matrix", dynamics.drift().length, initial.dimension(), "initial");
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
