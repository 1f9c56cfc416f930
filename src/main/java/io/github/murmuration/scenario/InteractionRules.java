package io.github.murmuration.scenario;

import java.util.List;

/** What the models of interacting agents ask of the rest of a scenario. */
final class InteractionRules {
    private InteractionRules() {}

    /** Nothing is steered: the initial law stands in the target's place. */
    static Law noTarget(Law initial, Law target) {
        if (target != null && target != initial) {
            throw new ScenarioException("target", "nothing is steered in this model; leave it out");
        }
        return initial;
    }

    static void check(Law initial, List<Guidance> guidance, Protocol protocol, Scheme scheme) {
        Check.dimension("initial", initial.dimension(), 1, "the state of this model");
        if (initial instanceof Law.Samples) {
            throw ScenarioException.refused("initial", "an empirical law", "a point, a gaussian or a mixture");
        }
        if (guidance.size() != 1 || !(guidance.get(0) instanceof Guidance.MeanField)) {
            throw new ScenarioException("guidance", "agents of this model follow their own mean; leave it out");
        }
        if (protocol.intervals() != 1) {
            throw new ScenarioException("protocol", "not used by this model; leave it out");
        }
        if (scheme != Scheme.EULER_MARUYAMA) {
            throw ScenarioException.refused("time.scheme", scheme, "euler-maruyama, the one scheme of this model");
        }
    }
}
