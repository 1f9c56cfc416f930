package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Names;
import io.github.murmuration.expression.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What pair means ask of a model, and of the number of its agents. */
final class PairRules {
    private static final String PARTNERS = "dynamics.partners";
    private static final int MOST = 16;
    private static final long MOST_AGENTS = 1L << 30;

    private PairRules() {}

    static void check(CustomModel model) {
        Check.atMost("dynamics.pairs", model.pairs().size(), MOST, "pair means");
        if (model.pairs().isEmpty() && !model.partners().equals(Partners.ALL)) {
            throw new ScenarioException(PARTNERS, "the model has no pairs; leave it out");
        }
        if (model.partners() instanceof Partners.Within within) {
            checkDistance(within, model.state());
        }
        model.boundary().forEach((name, boundary) -> {
            if (boundary instanceof Boundary.Absorbing && !model.pairs().isEmpty()) {
                throw new ScenarioException(
                        "dynamics.boundary." + name,
                        "absorbing is not accepted beside pairs; give periodic or reflecting, or means in place of pairs");
            }
        });
    }

    /** An agent is a partner of itself. */
    static void checkOwnTerms(CustomModel model) {
        model.pairs().forEach((name, value) -> {
            if (new OwnTerm(model, value).isNeverFinite()) {
                throw new ScenarioException(
                        "dynamics.pairs." + name,
                        value.text()
                                + " is infinite or no number where the partner is the agent itself, which is one of its"
                                + " partners; give where(" + sameState(value) + ", 0, ...), or a softened form, such as"
                                + " d/(d^2 + soft^2) for 1/d");
            }
        });
    }

    private static String sameState(Expression value) {
        return value.names().stream()
                .filter(name -> name.startsWith(Names.OTHER))
                .map(name -> name + " == " + name.substring(Names.OTHER.length()))
                .collect(Collectors.joining(" and "));
    }

    private static void checkDistance(Partners.Within within, List<String> state) {
        String path = PARTNERS + ".within";
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < within.of().size(); i++) {
            String name = within.of().get(i);
            String at = path + ".of[" + i + "]";
            if (!state.contains(name)) {
                throw new ScenarioException(at, name + " is not a coordinate; " + Suggestion.of(name, state));
            }
            if (!seen.add(name)) {
                throw ScenarioException.refused(at, "a second " + name, "each name once");
            }
        }
        int count = within.coordinates(state).size();
        if (count > Partners.Within.MOST_COORDINATES) {
            throw ScenarioException.refused(
                    path, "a distance of " + count + " coordinates", "of: [..] with 1 to 3 names of coordinates");
        }
    }

    /** @param agents of the population */
    static void check(CustomModel model, long agents) {
        if (!model.pairs().isEmpty() && agents > MOST_AGENTS) {
            throw ScenarioException.refused("population.agents", agents, "at most " + MOST_AGENTS + " with pairs");
        }
        if (model.partners() instanceof Partners.Batch batch && batch.size() > agents - 2) {
            String accepted = agents > 2 ? "1 to " + (agents - 2) + ", or partners: all" : "partners: all";
            throw ScenarioException.refused(
                    PARTNERS + ".batch",
                    batch.size() + " of " + agents + (agents == 1 ? " agent" : " agents"),
                    accepted);
        }
    }
}
