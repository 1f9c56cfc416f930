package io.github.murmuration.model;

import io.github.murmuration.expression.Derivative;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Influence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The derivatives of coordinates by parameters that agents carry, y = dx/dp: those of coordinates that change with the parameter. */
final class Tangents {

    /** y of a coordinate. */
    record Tangent(String of, String parameter) {}

    private final CustomModel model;
    private final List<String> parameters;
    private final Map<String, Tangent> named = new LinkedHashMap<>();
    private final Map<String, Map<String, Expression>> rates = new LinkedHashMap<>();
    private final List<String> paying = new ArrayList<>();

    Tangents(CustomModel model, List<String> parameters) {
        this.model = model;
        this.parameters = parameters;
        for (String parameter : parameters) {
            Influence influence = new Influence(model, parameter);
            Map<String, Expression> own = new LinkedHashMap<>();
            own.put(parameter, new Literal(1));
            for (String coordinate : influence.coordinates()) {
                String name = "$d" + coordinate + "/d" + parameter;
                named.put(name, new Tangent(coordinate, parameter));
                own.put(coordinate, new Name(name));
            }
            rates.put(parameter, own);
            if (model.cost().filter(influence::reaches).isPresent()) {
                paying.add(parameter);
            }
        }
    }

    /** Those of coordinates. */
    Map<String, Tangent> named() {
        return named;
    }

    List<String> parameters() {
        return parameters;
    }

    /** Parameters that the cost changes with. */
    List<String> paying() {
        return paying;
    }

    /** Name of the cost so far, differentiated. */
    static String cost(String parameter) {
        return "$dcost/d" + parameter;
    }

    /** Name of what rounding has kept from it. */
    static String lost(String parameter) {
        return "$lost/d" + parameter;
    }

    /** The total derivative of an expression by a parameter: by itself, by coordinates and by averages. */
    Expression derivative(Expression expression, String parameter) {
        return Derivative.along(expression, rates.get(parameter));
    }

    /** What of an expression of the model, as it was written, jumps where a parameter moves it: no derivative sees it. */
    Optional<Expression> jump(Expression expression, String parameter) {
        return new Influence(model, parameter).jump(expression);
    }
}
