package io.github.murmuration.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.expression.Expression.Literal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeTest {
    private static final Set<String> NAMES = Set.of("x", "y");
    private static final double STEP = 1e-5;

    /** Every function, of x in each of its arguments; error of a central difference: f''' h^2 / 6, and rounding 1e-16 / h. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x + y",
                "y + x^2",
                "x - y",
                "y - x^3",
                "x*y",
                "x*exp(x)",
                "x/y",
                "y/x",
                "sin(x)/x",
                "-x^2",
                "x^2",
                "x^-3",
                "x^0",
                "x^1",
                "x^2.5",
                "y^x",
                "x^x",
                "(2*x)^(y*x)",
                "exp(-x^2)",
                "log(2*x + 1)",
                "sqrt(x + y)",
                "sin(3*x)",
                "cos(x*y)",
                "tanh(2*x - 1)",
                "atan2(x, y)",
                "atan2(y, x)",
                "atan2(x^2, x - 3)",
                "abs(x - 1)",
                "abs(1 - x)",
                "min(x^2, y)",
                "min(y, x^2)",
                "max(x^2, y)",
                "max(x, x^3)",
                "sign(x - 1)*x",
                "floor(3*x) + x",
                "where(x < y, x^2, x^3)",
                "where(x > y and not x < 1, sin(x), cos(x))",
                "where(x > 0 or y > 0, y, x)",
                "exp(sin(cos(tanh(x))))",
                "mean(x)*x",
                "pi*x*t"
            })
    void agreesWithCentralDifferences(String text) {
        Expression tree = Parser.parse(text, NAMES);
        Expression derivative = Derivative.of(tree, "x");
        for (double x : new double[] {0.3, 0.71, 1.37, 2.9}) {
            double difference = (value(tree, x + STEP) - value(tree, x - STEP)) / (2 * STEP);
            assertEquals(difference, value(derivative, x), 1e-7 * (1 + Math.abs(difference)), () -> "at " + x);
        }
    }

    private static double value(Expression tree, double x) {
        return tree.value(
                name -> switch (name) {
                    case "x" -> x;
                    case "y" -> 1.2;
                    default -> 0.4;
                },
                average -> 0.6);
    }

    /** Only sums and products with 0 and 1 are simplified. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x              | 1",
                "y              | 0",
                "2*x + 3        | 2",
                "x*y            | y",
                "y*x            | y",
                "3 - x          | -1",
                "x^2            | 2*x^(2 - 1)",
                "x^3 - x        | 3*x^(3 - 1) - 1",
                "x/y            | 1/y",
                "exp(2*x)       | exp(2*x)*2",
                "floor(x)       | 0",
                "sign(x)        | 0",
                "where(x > 0, x, -x)     | where(x > 0, 1, -1)",
                "where(x > 0, 1, 2)      | 0",
                "mean(x)        | 0",
                "log(exp(y)/0)  | 0",
            })
    void isNoLongerThanNeeded(String text, String derivative) {
        assertEquals(derivative, Derivative.of(Parser.parse(text, NAMES), "x").text());
    }

    @Test
    void byANameThatIsNotRead() {
        assertEquals(new Literal(0), Derivative.of(Parser.parse("x^2*exp(y)", NAMES), "z"));
    }
}
