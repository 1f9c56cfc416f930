package io.github.murmuration.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterTest {
    private static final Set<String> NAMES = Set.of("x", "y", "v");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "((x + y)) + v          | x + y + v",
                "x + (y + v)            | x + (y + v)",
                "x-(y-v)                | x - (y - v)",
                "x*(y*v)                | x*(y*v)",
                "(x*y)/v                | x*y/v",
                "(x + y)*(x - y)        | (x + y)*(x - y)",
                "(-x)^2                 | (-x)^2",
                "-(x^2)                 | -x^2",
                "-(x*y)                 | -(x*y)",
                "(-x)*(-y)              | -x*-y",
                "x^(-(2))               | x^-2",
                "(x^y)^v                | (x^y)^v",
                "x^(y^v)                | x^y^v",
                "x^(y*v)                | x^(y*v)",
                "2*pi*t                 | 2*pi*t",
                "1e6*x + .5 - 1e-5      | 1000000*x + 0.5 - 1.0E-5",
                "where((x>0 and y>0) or not (v<=1 or v==2), x, y) | where(x > 0 and y > 0 or not (v <= 1 or v == 2), x, y)",
                "where(x>0 and (y>0 and v>0),x,y) | where(x > 0 and (y > 0 and v > 0), x, y)",
                "mean(x^2,1) - covariance(x,y,2)  | mean(x^2, 1) - covariance(x, y, 2)",
            })
    void noMoreParenthesesThanNeeded(String text, String printed) {
        assertEquals(printed, Parser.parse(text, NAMES).text());
    }

    @Test
    void whatIsPrintedReadsBackToAnEqualTree() {
        RandomExpressions random = new RandomExpressions(3, List.of("x", "y", "t", "pi"), function -> true);
        int read = 0;
        for (int i = 0; i < 5_000; i++) {
            Expression tree = random.next(5);
            read += readsBack(tree) ? 1 : 0;
        }
        assertEquals(true, read > 2_500, "read: " + read);
    }

    /** False for a tree that reads constants without a finite value. */
    private static boolean readsBack(Expression tree) {
        try {
            assertEquals(tree, Parser.parse(tree.text(), NAMES));
            return true;
        } catch (ExpressionException e) {
            assertEquals(true, e.getMessage().contains("of these constants is"), e::getMessage);
            return false;
        }
    }

    @Test
    void negativeNumbersAreWrittenWithTheirSign() {
        assertEquals("(-2)^2", new Apply(Function.POWER, new Literal(-2), new Literal(2)).text());
        assertEquals("x - -2", new Apply(Function.SUBTRACT, new Name("x"), new Literal(-2)).text());
    }

    @Test
    void replacementsStandForNames() {
        Expression tree = Parser.parse("x*(y + x) - mean(x)", NAMES);
        Expression replaced = tree.with(java.util.Map.of("x", Parser.parse("1 + v", NAMES)));
        assertEquals("(1 + v)*(y + (1 + v)) - mean(x)", replaced.text());
    }
}
