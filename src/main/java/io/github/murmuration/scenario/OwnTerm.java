package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * The value of a pair whose partner is the agent itself, at points that are drawn, the same ones for every model. What is a number by itself has its
 * value; everything else is drawn, the partner's names apart from the agent's where they are two.
 */
final class OwnTerm {

    private static final int POINTS = 64;
    private static final double FARTHEST = 3;
    private static final int LABELS = 3;

    private final CustomModel model;
    private final Expression pair;
    private final SplittableRandom random = new SplittableRandom(1);

    OwnTerm(CustomModel model, Expression pair) {
        this.model = model;
        this.pair = pair;
    }

    /** Whether it is finite nowhere, though the value of two agents is somewhere. */
    boolean isNeverFinite() {
        boolean apart = false;
        for (int i = 0; i < POINTS; i++) {
            Map<String, Double> drawn = new HashMap<>();
            apart |= isFinite(drawn, UnaryOperator.identity());
            if (isFinite(drawn, OwnTerm::own)) {
                return false;
            }
        }
        return apart;
    }

    private static String own(String name) {
        return name.startsWith(Names.OTHER) ? name.substring(Names.OTHER.length()) : name;
    }

    private boolean isFinite(Map<String, Double> drawn, UnaryOperator<String> read) {
        double value = pair.value(name -> value(read.apply(name), drawn), average -> value(average.text(), drawn));
        return Double.isFinite(value);
    }

    private double value(String name, Map<String, Double> drawn) {
        if (model.parameters().get(name) instanceof Parameter.Formula formula) {
            return formula.expression().value(inner -> value(inner, drawn));
        }
        Double known = drawn.get(name);
        if (known == null) {
            known = own(name).equals("label") ? random.nextInt(1, LABELS + 1) : random.nextDouble(-FARTHEST, FARTHEST);
            drawn.put(name, known);
        }
        return known;
    }
}
