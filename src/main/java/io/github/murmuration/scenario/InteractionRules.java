package io.github.murmuration.scenario;

import java.util.List;

/** What the models of interacting agents ask of the rest of a scenario. */
final class InteractionRules {
    private static final double MOST_RADIANS = 1e5;

    private InteractionRules() {}

    /** Nothing is steered: the initial law stands in the target's place. */
    static Law noTarget(Law initial, Law target) {
        if (target != null && target != initial) {
            throw new ScenarioException("target", "nothing is steered in this model; leave it out");
        }
        return initial;
    }

    static void check(
            Dynamics.Interacting dynamics, Law initial, List<Guidance> guidance, Protocol protocol, Time time) {
        Check.dimension("initial", initial.dimension(), 1, "the state of this model");
        if (initial instanceof Law.Samples) {
            throw ScenarioException.refused("initial", "an empirical law", "a point, a gaussian or a mixture");
        }
        checkUnsteered(guidance, protocol);
        if (time.scheme() != Scheme.EULER_MARUYAMA) {
            throw ScenarioException.refused(
                    "time.scheme", time.scheme(), "euler-maruyama, the one scheme of this model");
        }
        if (dynamics instanceof Dynamics.Kuramoto kuramoto) {
            checkPhases(kuramoto, initial, kuramoto.horizon() / time.steps());
        }
    }

    static void checkUnsteered(List<Guidance> guidance, Protocol protocol) {
        if (guidance.size() != 1 || !(guidance.get(0) instanceof Guidance.MeanField)) {
            throw new ScenarioException("guidance", "agents of this model follow their own mean; leave it out");
        }
        if (protocol.intervals() != 1) {
            throw new ScenarioException("protocol", "not used by this model; leave it out");
        }
    }

    /** Seven standard deviations of a start, and what a step adds, stay far below the 2^22 rad up to which phases are reduced. */
    private static void checkPhases(Dynamics.Kuramoto kuramoto, Law initial, double step) {
        if (initial instanceof Law.Mixture mixture) {
            for (Covariance covariance : mixture.covariances()) {
                checkRadians("initial", "phases of standard deviation ", deviation(covariance));
            }
        }
        double turn = (Math.abs(kuramoto.coupling()) + kuramoto.frequencyDeviation()) * step;
        checkRadians("time.steps", "steps that turn phases by ", turn + kuramoto.noise() * Math.sqrt(step));
    }

    private static double deviation(Covariance covariance) {
        return covariance instanceof Covariance.Full full
                ? Math.sqrt(full.matrix()[0][0])
                : ((Covariance.Diagonal) covariance).standardDeviations()[0];
    }

    private static void checkRadians(String path, String what, double radians) {
        if (radians > MOST_RADIANS) {
            throw ScenarioException.refused(path, what + Check.text(radians) + " rad", "at most 1e5 rad");
        }
    }
}
