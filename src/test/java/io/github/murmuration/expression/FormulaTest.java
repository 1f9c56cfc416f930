package io.github.murmuration.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Name;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormulaTest {

    private static final List<String> NAMES = List.of("x", "y", "t");

    /** The value that is remembered is asked for twice. */
    @Test
    void formulasHaveTheValuesOfTheirExpressions() {
        RandomExpressions expressions = new RandomExpressions(5, List.of("x", "y", "t", "pi"), function -> true);
        Random random = new Random(6);
        for (int i = 0; i < 500; i++) {
            Expression expression = expressions.next(6);
            Formula formula = Formula.of(expression, NAMES::indexOf, average -> -1);
            double[] values = {random.nextGaussian(), random.nextGaussian(), random.nextDouble()};
            for (int again = 0; again < 4; again++) {
                values[again % 2] += again / 2;
                double exact = expression.value(name -> values[NAMES.indexOf(name)]);
                assertEquals(exact, formula.at(values), expression.text());
            }
        }
    }

    @Test
    void averagesArePlacesToo() {
        Average mean = new Average(Average.Kind.MEAN, new Name("x"), null, 0);
        Expression expression = new Expression.Apply(Function.SUBTRACT, mean, new Name("x"));
        assertEquals(3, Formula.of(expression, NAMES::indexOf, average -> 3).at(new double[] {2, 0, 0, 5}));
    }
}
