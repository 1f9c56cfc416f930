package io.github.murmuration.scenario;

import io.github.murmuration.expression.Derivative;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Name;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a scheme asks of a model that a user wrote. */
final class SchemeRules {
    private final CustomModel model;
    private final Scheme scheme;

    private SchemeRules(CustomModel model, Scheme scheme) {
        this.model = model;
        this.scheme = scheme;
    }

    static void check(CustomModel model, Scheme scheme) {
        SchemeRules rules = new SchemeRules(model, scheme);
        switch (scheme) {
            case EULER_MARUYAMA, TAMED_EULER -> {}
            case HEUN -> rules.checkWithoutPairs();
            case MILSTEIN -> rules.checkMilstein();
            case BAOAB -> rules.checkSplitting();
            case POSTERIOR_MEAN, EXACT -> {
                String accepted = String.join(
                        ", ",
                        Scheme.OF_CUSTOM_MODELS.stream().map(Scheme::toString).toList());
                throw ScenarioException.refused("time.scheme", scheme, "one of " + accepted);
            }
        }
    }

    private void checkWithoutPairs() {
        if (!model.pairs().isEmpty()) {
            throw unfit("the model has pairs, whose means are those at the beginning of a step");
        }
    }

    /** The noise of a coordinate is from one source, and depends on no other coordinate. */
    private void checkMilstein() {
        model.noise().forEach((coordinate, amplitudes) -> {
            if (amplitudes.size() > 1) {
                throw unfit(
                        "dynamics.noise." + coordinate + " has " + amplitudes.size() + " sources of agents, not one");
            }
            amplitudes.forEach((source, amplitude) -> {
                Set<String> others = coordinates(amplitude);
                others.remove(coordinate);
                if (!others.isEmpty()) {
                    String other = others.iterator().next();
                    throw unfit(NoiseTexts.path(coordinate, source) + " depends on " + other + ", another coordinate");
                }
                amplitude.names().stream()
                        .filter(model.pairs()::containsKey)
                        .findFirst()
                        .ifPresent(pair -> {
                            throw unfit(NoiseTexts.path(coordinate, source) + " depends on " + pair + ", a pair mean");
                        });
            });
        });
    }

    /** Positions move with their velocities and nothing else; forces do not depend on velocities, but for friction of their own. */
    private void checkSplitting() {
        checkWithoutPairs();
        Map<String, String> positions = positions();
        for (String coordinate : model.state()) {
            if (positions.containsValue(coordinate) && positions.containsKey(coordinate)) {
                throw unfit(coordinate + " is a velocity, and its drift is one");
            } else if (positions.containsValue(coordinate)) {
                checkPosition(coordinate);
            } else if (positions.containsKey(coordinate)) {
                checkVelocity(coordinate, positions.keySet());
            } else {
                throw unfit(coordinate + " is neither a velocity nor a coordinate whose drift is one");
            }
        }
    }

    /** From velocities to the positions whose drift they are. */
    private Map<String, String> positions() {
        Map<String, String> positions = new LinkedHashMap<>();
        model.drift().forEach((position, drift) -> {
            if (drift instanceof Name velocity && isAnother(velocity.name(), position)) {
                if (positions.put(velocity.name(), position) != null) {
                    throw unfit(velocity.name() + " is the drift of two coordinates");
                }
            }
        });
        return positions;
    }

    private boolean isAnother(String name, String coordinate) {
        return model.state().contains(name) && !name.equals(coordinate);
    }

    private void checkPosition(String position) {
        if (model.noise().containsKey(position) || model.commonNoise().containsKey(position)) {
            throw unfit("the position " + position + " has noise of its own");
        }
    }

    private void checkVelocity(String velocity, Set<String> velocities) {
        Expression force = model.drift().get(velocity);
        refuseAny(force, velocities, velocity, "dynamics.drift." + velocity);
        Expression friction = Derivative.of(force, velocity);
        refuseAny(friction, velocities, "", "the friction in dynamics.drift." + velocity);
        model.noise()
                .getOrDefault(velocity, Map.of())
                .forEach(
                        (source, amplitude) -> refuseAny(amplitude, velocities, "", NoiseTexts.path(velocity, source)));
    }

    private void refuseAny(Expression expression, Set<String> velocities, String allowed, String what) {
        for (String name : coordinates(expression)) {
            if (velocities.contains(name) && !name.equals(allowed)) {
                throw unfit(what + " depends on the velocity " + name);
            }
        }
    }

    private Set<String> coordinates(Expression expression) {
        Set<String> names = new LinkedHashSet<>(expression.names());
        names.retainAll(model.state());
        return names;
    }

    private ScenarioException unfit(String reason) {
        return ScenarioException.refused("time.scheme", scheme, "another scheme: " + reason);
    }
}
