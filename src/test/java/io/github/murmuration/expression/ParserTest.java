package io.github.murmuration.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    static final Set<String> NAMES = Set.of("x", "y", "v", "kappa", "a_1");

    /** Which operator takes what: the tree as nested lists, the function first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x + y*v           | (+ x (* y v))",
                "x - y - v         | (- (- x y) v)",
                "x - (y - v)       | (- x (- y v))",
                "x/y/v             | (/ (/ x y) v)",
                "x/y*v             | (* (/ x y) v)",
                "x*y/v             | (/ (* x y) v)",
                "x - y + v         | (+ (- x y) v)",
                "-x^2              | (- (^ x 2))",
                "(-x)^2            | (^ (- x) 2)",
                "-x*y              | (* (- x) y)",
                "x*-y              | (* x (- y))",
                "x - -y            | (- x (- y))",
                "--x               | (- (- x))",
                "+x                | x",
                "x^y^v             | (^ x (^ y v))",
                "(x^y)^v           | (^ (^ x y) v)",
                "x^-2              | (^ x (- 2))",
                "x^-y^2            | (^ x (- (^ y 2)))",
                "x^+2              | (^ x 2)",
                "2*x^3             | (* 2 (^ x 3))",
                "x^2*y             | (* (^ x 2) y)",
                "x^-2*y            | (* (^ x (- 2)) y)",
                "((x))             | x",
                "t + pi*label      | (+ t (* pi label))",
                "a_1               | a_1",
                "atan2(y, x)       | (atan2 y x)",
                "where(x < 0, -x, x)                       | (where (< x 0) (- x) x)",
                "where(x + y <= 2*v, x, y)                 | (where (<= (+ x y) (* 2 v)) x y)",
                "where(x > 0 or y > 0 and v > 0, x, y)     | (where (or (> x 0) (and (> y 0) (> v 0))) x y)",
                "where((x > 0 or y > 0) and v > 0, x, y)   | (where (and (or (> x 0) (> y 0)) (> v 0)) x y)",
                "where(not x > 0 and y >= 0, x, y)         | (where (and (not (> x 0)) (>= y 0)) x y)",
                "where(not not x == 0, x, y)               | (where (not (not (== x 0))) x y)",
                "where(x > 0 and y > 0 and v > 0, x, y)    | (where (and (and (> x 0) (> y 0)) (> v 0)) x y)",
                "where((x) != (y), x, y)                   | (where (!= x y) x y)",
                "mean(x)                                   | (mean x)",
                "mean(x, 2)                                | (mean x label 2)",
                "variance(x*y, 1)                          | (variance (* x y) label 1)",
                "covariance(x, y)                          | (covariance x y)",
                "covariance(x, y, 3)                       | (covariance x y label 3)",
                "mean(x)*mean(y)                           | (* (mean x) (mean y))",
            })
    void precedenceAndAssociativity(String text, String tree) {
        assertEquals(tree, shape(Parser.parse(text, NAMES)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "010, 10",
        "007.50, 7.5",
        "1e6, 1000000",
        "1E6, 1000000",
        "2.5e-3, 0.0025",
        "1e+2, 100",
        ".5, 0.5",
        "5., 5",
        "3.4028234663852886e38, 3.4028234663852886e38",
        "1e-400, 0",
        "0.1, 0.1"
    })
    void numbersAreDecimal(String text, double value) {
        assertEquals(new Literal(value), Parser.parse(text, NAMES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x+y", " x + y ", "x\n  + y", "\tx\r\n+\ny\n"})
    void spacesAndLinesDoNotCount(String text) {
        assertEquals(new Apply(Function.ADD, new Name("x"), new Name("y")), Parser.parse(text, NAMES));
    }

    @Test
    void wordsThatYamlTakesForBooleansAreNames() {
        assertEquals("(* on (+ y n))", shape(Parser.parse("on*(y + n)", Set.of("on", "y", "n"))));
    }

    @Test
    void caseCounts() {
        assertEquals("(- X x)", shape(Parser.parse("X - x", Set.of("x", "X"))));
    }

    @Test
    void namesOutsideAveragesAndAveragesAreFound() {
        Expression tree = Parser.parse("kappa*(mean(v) - x)*t + pi + variance(y, 2)", NAMES);
        assertEquals(Set.of("kappa", "x", "t"), tree.names());
        Average mean = new Average(Average.Kind.MEAN, new Name("v"), null, 0);
        Average variance = new Average(Average.Kind.VARIANCE, new Name("y"), null, 2);
        assertEquals(Set.of(mean, variance), tree.averages());
    }

    @ParameterizedTest
    @CsvSource({
        "x, true",
        "x_1, true",
        "\u03ba, true",
        "_x, false",
        "1x, false",
        "x-y, false",
        "'', false",
        "x y, false",
        "\u0661, false",
        "x\u0661, false"
    })
    void namesAreALetterThenLettersDigitsUnderscores(String word, boolean name) {
        assertEquals(name, Names.isName(word));
    }

    @Test
    void wordsOfTheLanguageAreReserved() {
        for (String word :
                "t pi label other where mean variance covariance and or not exp log sqrt sin cos tanh atan2 abs min max sign floor"
                        .split(" ")) {
            assertTrue(Names.isReserved(word), word);
        }
        assertNotEquals(true, Names.isReserved("h"));
    }

    /** The tree as nested lists, the function first. */
    static String shape(Expression tree) {
        if (tree instanceof Literal literal) {
            return literal.value() == Math.rint(literal.value())
                    ? Long.toString((long) literal.value())
                    : Double.toString(literal.value());
        }
        if (tree instanceof Name name) {
            return name.name();
        }
        if (tree instanceof Average average) {
            String second = average.second() == null ? "" : " " + shape(average.second());
            String label = average.label() == 0 ? "" : " label " + average.label();
            return "(" + average.kind().text() + " " + shape(average.first()) + second + label + ")";
        }
        Apply apply = (Apply) tree;
        return apply.arguments().stream()
                .map(ParserTest::shape)
                .collect(Collectors.joining(" ", "(" + apply.function().text() + " ", ")"));
    }
}
