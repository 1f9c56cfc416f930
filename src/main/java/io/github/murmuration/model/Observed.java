package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Observable;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a model has recorded, with everything that stands for something else put in. */
final class Observed {

    private Observed() {}

    /** The formulas; running extremes are made of what these are. */
    static Map<String, Expression> formulas(CustomModel model, Equations equations) {
        Map<String, Expression> formulas = new LinkedHashMap<>();
        model.observe().forEach((name, observable) -> {
            if (observable instanceof Observable.Formula formula) {
                formulas.put(name, equations.written().expand(formula.expression()));
            }
        });
        return formulas;
    }
}
