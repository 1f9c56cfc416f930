package io.github.murmuration.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionTest {
    private static final double NAN = Double.NaN;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2*3 - 8/4             | 5",
                "2^3^2                     | 512",
                "(-2)^3                    | -8",
                "-2^2                      | -4",
                "4^0.5 + 4^-1              | 2.25",
                "exp(0) + log(1)           | 1",
                "sqrt(9)                   | 3",
                "sin(0) + cos(0)           | 1",
                "tanh(0)                   | 0",
                "abs(-3) + sign(-3)        | 2",
                "sign(0)                   | 0",
                "floor(-1.5)               | -2",
                "min(2, 3) + 10*max(2, 3)  | 32",
                "where(1 < 2, 5, 6)        | 5",
                "where(2 <= 1, 5, 6)       | 6",
                "where(2 > 1 and not 3 >= 4, 5, 6)      | 5",
                "where(1 == 2 or 1 != 2, 5, 6)          | 5",
                "where(1 == 2 and 1 != 2, 5, 6)         | 6",
            })
    void meansWhatItSays(String text, double value) {
        assertEquals(value, Parser.parse(text, Set.of()).value(FunctionTest::noName), 1e-15);
    }

    /** A branch that is not taken may have no value. */
    @Test
    void branchesThatAreNotTakenAreNotWorkedOut() {
        Set<String> names = Set.of("y");
        assertEquals(5, Parser.parse("where(1 < 2, 5, y)", names).value(FunctionTest::noName));
        assertEquals(5, Parser.parse("where(2 < 1, y, 5)", names).value(FunctionTest::noName));
    }

    @Test
    void anglesAreThoseOfThePlane() {
        assertEquals(Math.PI / 2, Function.ATAN2.value(1, 0));
        assertEquals(Math.PI, Parser.parse("pi", Set.of()).value(FunctionTest::noName));
    }

    private static double noName(String name) {
        throw new AssertionError(name);
    }

    @Test
    void minimumAndMaximumHandNaNOn() {
        for (Function function : new Function[] {Function.MIN, Function.MAX}) {
            assertEquals(NAN, function.value(NAN, 1));
            assertEquals(NAN, function.value(1, NAN));
        }
        assertEquals(NAN, Function.SIGN.value(NAN));
    }

    @Test
    void nothingComparesWithNaN() {
        for (Function function : Function.values()) {
            if (function.isCondition() && !function.takesCondition(0)) {
                assertEquals(function == Function.NOT_EQUAL ? 1 : 0, function.value(NAN, 1), function.text());
            }
        }
    }

    @Test
    void averagesAreLookedUpApartFromNames() {
        Expression tree = Parser.parse("2*mean(x) + x + variance(x, 2)", Set.of("x"));
        assertEquals(2 * 5 + 3 + 7, tree.value(name -> 3, average -> average.label() == 0 ? 5 : 7));
        assertThrows(IllegalArgumentException.class, () -> tree.value(name -> 3));
    }
}
