package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/** The fields of a game that users put together, and what they may be. */
final class OwnGame {

    /** Those that compare the law at the end with the target. */
    private static final List<String> DIVERGENCES = List.of("reverse-kl", "forward-kl", "cross-entropy");

    static final List<String> NUMBERS = List.of(
            "horizon",
            "discount",
            "fisher",
            "running-reverse-kl",
            "running-forward-kl",
            "running-cross-entropy",
            "running-entropy",
            "reverse-kl",
            "forward-kl",
            "cross-entropy",
            "entropy",
            "bridge",
            "cells",
            "steps");

    /** Numbers that are not 0 where they are left out. */
    private static final Map<String, Double> OTHERWISE = Map.of("cells", 200.0, "steps", 8.0);

    static final List<String> TERMS = List.of("drift", "gain", "noise", "running", "terminal");

    /** Names that expressions may have in them. */
    static final String MAY_READ = "t and x";

    private static final double MOST_CELLS = 1000;

    /** Of cells times the square of steps: the matrices of the finest grid hold 1024 times as many bytes. */
    private static final double MOST_WORK = 1e5;

    private OwnGame() {}

    /** @param name of a number that need not be given */
    static double otherwise(String name) {
        return OTHERWISE.getOrDefault(name, 0.0);
    }

    static Map<String, Expression> read(Map<String, String> texts) {
        Map<String, Expression> terms = new ExpressionReader(Set.of("t", "x")).all("game", texts);
        terms.forEach((name, term) -> {
            if (!term.averages().isEmpty()) {
                throw ScenarioException.refused("game." + name, term.text(), "an expression of " + MAY_READ);
            }
        });
        refuseConstant(terms, "noise", value -> value >= 0, "a number >= 0, or an expression of " + MAY_READ);
        refuseConstant(terms, "gain", value -> value != 0, "another number than 0, or an expression of " + MAY_READ);
        Expression terminal = terms.get("terminal");
        if (terminal != null && terminal.names().contains("t")) {
            throw ScenarioException.refused("game.terminal", terminal.text(), "an expression of x");
        }
        return terms;
    }

    private static void refuseConstant(
            Map<String, Expression> terms, String name, DoublePredicate accepted, String what) {
        Expression term = terms.get(name);
        if (term != null && term.names().isEmpty()) {
            double value = term.value(none -> Double.NaN);
            if (!Double.isFinite(value) || !accepted.test(value)) {
                throw ScenarioException.refused("game." + name, term.text(), what);
            }
        }
    }

    static void check(String path, String name, double value) {
        switch (name) {
            case "horizon" -> Check.positive(path, value);
            case "cells" -> checkWhole(path, value, 4);
            case "steps" -> checkWhole(path, value, 1);
            case "bridge" -> {
                if (value != 0 && value != 1) {
                    throw ScenarioException.refused(path, Check.text(value), "1, for X_T of the law target, or 0");
                }
            }
            default -> Check.notNegative(path, value);
        }
    }

    private static void checkWhole(String path, double value, int least) {
        if (Math.rint(value) != value || value < least || value > MOST_CELLS) {
            String accepted = "a whole number from " + least + " to " + (int) MOST_CELLS;
            throw ScenarioException.refused(path, Check.text(value), accepted);
        }
    }

    static void checkGrid(double cells, double steps) {
        if (cells * steps * steps > MOST_WORK) {
            throw ScenarioException.refused(
                    "game.steps",
                    Check.text(steps),
                    "at most " + (int) Math.sqrt(MOST_WORK / cells) + " with " + Check.text(cells) + " cells");
        }
    }

    /** Whether it has to do with a target. */
    static boolean compares(Map<String, Double> numbers) {
        return Stream.concat(
                        Stream.of("bridge"), DIVERGENCES.stream().flatMap(name -> Stream.of(name, "running-" + name)))
                .anyMatch(name -> numbers.get(name) > 0);
    }

    static ScenarioException targetOfNothing() {
        return new ScenarioException(
                "target",
                "no cost of the game compares with it; give one of " + String.join(", ", DIVERGENCES)
                        + ", one of them with running- before it, or bridge: 1, or leave it out");
    }

    /** There is something to pay beside the control, and nothing at an end that is given. */
    static void checkCosts(Map<String, Double> numbers, Map<String, Expression> terms) {
        boolean pays = Stream.of("running", "terminal").anyMatch(terms::containsKey)
                || Stream.of("fisher", "running-entropy", "entropy").anyMatch(name -> numbers.get(name) > 0);
        if (!pays && !compares(numbers)) {
            throw new ScenarioException(
                    "game",
                    "it has no cost but that of the control; give at least one of running, terminal, fisher, entropy, "
                            + String.join(", ", DIVERGENCES) + ", bridge");
        }
        Stream.concat(DIVERGENCES.stream(), Stream.of("entropy", "terminal"))
                .filter(name -> numbers.getOrDefault(name, 0.0) > 0 || terms.containsKey(name))
                .filter(name -> numbers.get("bridge") == 1)
                .findFirst()
                .ifPresent(name -> {
                    throw new ScenarioException(
                            "game." + name, "a cost of the end, whose law bridge: 1 gives; leave one of the two out");
                });
    }
}
