package io.github.murmuration.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedExpressionTest {
    private static final Set<String> NAMES = Set.of("x", "y", "kappa");

    /** Text, place of the caret, message. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''               | 0  | an expression is expected; there is none",
                "'  '             | 0  | an expression is expected; there is none",
                "2x               | 1  | an operator such as * is missing before x",
                "2 x              | 2  | an operator such as * is missing before x",
                "2(x)             | 1  | an operator such as * is missing before (",
                "(x)(y)           | 3  | an operator such as * is missing before (",
                "(x)y             | 3  | an operator such as * is missing before y",
                "x y              | 2  | an operator such as * is missing before y",
                "x 2              | 2  | an operator such as * is missing before 2",
                "1.2.3            | 3  | an operator such as * is missing before .3",
                "0x10             | 1  | an operator such as * is missing before x10",
                "1e               | 1  | an operator such as * is missing before e",
                "exp(2x)          | 5  | an operator such as * is missing before x",
                "(2 x)            | 3  | an operator such as * is missing before x",
                "x(y)             | 0  | x is no function; write x*(...)",
                "pi(y)            | 0  | pi is no function; write pi*(...)",
                "exp              | 0  | exp is a function; write exp(...)",
                "2*where          | 2  | where is a function; write where(...)",
                "mean - x         | 0  | mean is a function; write mean(...)",
                "kapa*x           | 0  | unknown name kapa; did you mean kappa?",
                "x + kpapa        | 4  | unknown name kpapa; did you mean kappa?",
                "2*z              | 2  | 'unknown name z; give one of kappa, x, y, t, pi, label'",
                "lable            | 0  | unknown name lable; did you mean label?",
                "sine(x)          | 0  | unknown function sine; did you mean sin?",
                "1 + sqr(x)       | 4  | unknown function sqr; did you mean sqrt?",
                "maen(x)          | 0  | unknown function maen; did you mean mean?",
                "other*x          | 0  | 'other stands in dynamics.pairs alone; give a pair mean a name there, and write that name here'",
                "others.x - x     | 0  | 'others.x has no meaning; write other.x for the x of the partner, x for the agent''s own'",
                "other.x.y        | 0  | 'other.x.y has no meaning; write other.y for the y of the partner, y for the agent''s own'",
                "2*np.sin(x)      | 2  | np.sin has no meaning; write sin(...)",
                "x[2]             | 1  | '[ has no meaning; write x for the x of the agent, other.x for that of its partner'",
                "x +              | 3  | 'a number, a name or ( is expected here, where the text ends'",
                "x + * y          | 4  | 'a number, a name or ( is expected here, not *'",
                "* x              | 0  | 'a number, a name or ( is expected here, not *'",
                "x^               | 2  | 'a number, a name or ( is expected here, where the text ends'",
                "()               | 1  | 'a number, a name or ( is expected here, not )'",
                "exp(x,)          | 6  | 'a number, a name or ( is expected here, not )'",
                "exp(,x)          | 4  | 'a number, a name or ( is expected here, not ,'",
                "2*not x > 0      | 2  | 'a number, a name or ( is expected here, not not'",
                "and              | 0  | 'a number, a name or ( is expected here, not and'",
                "(x + y           | 0  | ( is not closed",
                "2*((x + y)       | 2  | ( is not closed",
                "exp(x            | 3  | ( is not closed",
                "min(x, exp(y)    | 3  | ( is not closed",
                "x + y)           | 5  | ) closes nothing",
                "x, y             | 1  | 'a comma stands between arguments of a function, nowhere else'",
                "(x, y)           | 2  | 'a comma stands between arguments of a function, nowhere else'",
                "exp()            | 0  | 'exp takes 1 argument, not 0'",
                "1 + exp(x, y)    | 4  | 'exp takes 1 argument, not 2'",
                "atan2(x)         | 0  | 'atan2 takes 2 arguments, not 1'",
                "where(x > 0, y)  | 0  | 'where takes 3 arguments, not 2'",
                "x > 0            | 0  | 'a number is expected here, not a condition; where(condition, a, b) makes a number of it'",
                "2*(x > 0)        | 3  | 'a number is expected here, not a condition; where(condition, a, b) makes a number of it'",
                "exp(not x > 0)   | 4  | 'a number is expected here, not a condition; where(condition, a, b) makes a number of it'",
                "-(x > 0)         | 2  | 'a number is expected here, not a condition; where(condition, a, b) makes a number of it'",
                "+(x > 0)         | 2  | 'a number is expected here, not a condition; where(condition, a, b) makes a number of it'",
                "(x > 0)^2        | 1  | 'a number is expected here, not a condition; where(condition, a, b) makes a number of it'",
                "(x > 0) > 1      | 1  | 'a number is expected here, not a condition; where(condition, a, b) makes a number of it'",
                "mean(x > 0)      | 5  | 'a number is expected here, not a condition; where(condition, a, b) makes a number of it'",
                "where(x>0, y>0, x) | 11 | 'a number is expected here, not a condition; where(condition, a, b) makes a number of it'",
                "where(x, y, 1)   | 6  | 'a condition such as x > 0 is expected here, not a number'",
                "where(x > 0 and y, x, y) | 16 | 'a condition such as x > 0 is expected here, not a number'",
                "where(not x, x, y)       | 10 | 'a condition such as x > 0 is expected here, not a number'",
                "x or y           | 0  | 'a condition such as x > 0 is expected here, not a number'",
                "where(0 < x < 1, x, y)   | 12 | comparisons are not chained; write a < b and b < c",
                "where(x == y == 1, x, y) | 13 | comparisons are not chained; write a < b and b < c",
                "where(x = y, x, y)       | 8  | = has no meaning; write == for equal",
                "x = y            | 2  | = has no meaning; write == for equal",
                "x**2             | 1  | ** has no meaning; write ^ for a power",
                "where(x > 0 && y > 0, x, y) | 12 | & has no meaning; write and",
                "where(!x, x, y)  | 6  | ! has no meaning; write not",
                "x % 2            | 2  | % does not belong in an expression",
                "_x               | 0  | _ does not belong in an expression",
                "1_000            | 1  | _ does not belong in an expression",
                "x; y             | 1  | ; does not belong in an expression",
                "x\u2212y         | 1  | \u2212 does not belong in an expression",
                "x\uD83D\uDC26    | 1  | \uD83D\uDC26 does not belong in an expression",
                "x\u001b[0m       | 1  | character 27 does not belong in an expression",
                "1e400            | 0  | 1e400 is beyond float32; the largest number is 3.4028235E38",
                "x*3.4028236e38   | 2  | 3.4028236e38 is beyond float32; the largest number is 3.4028235E38",
                "log(0)           | 0  | log of these constants is -Infinity",
                "x + log(1 - 2)   | 4  | log of these constants is NaN",
                "sqrt(-2)*x       | 0  | sqrt of these constants is NaN",
                "x*(1/(2 - 2))    | 4  | / of these constants is Infinity",
                "0^-1             | 1  | ^ of these constants is Infinity",
                "(-8)^(1/3)       | 4  | ^ of these constants is NaN",
                "mean(mean(x))    | 5  | mean may not stand inside mean(...)",
                "mean(x - variance(y))  | 9 | variance may not stand inside mean(...)",
                "mean()           | 0  | 'mean takes an expression and perhaps a label, not 0 arguments'",
                "mean(x, 1, 2)    | 0  | 'mean takes an expression and perhaps a label, not 3 arguments'",
                "covariance(x)    | 0  | 'covariance takes two expressions and perhaps a label, not 1 argument'",
                "mean(x, y)       | 8  | the label of mean is a whole number from 1",
                "mean(x, 0)       | 8  | the label of mean is a whole number from 1",
                "mean(x, 1.5)     | 8  | the label of mean is a whole number from 1",
                "mean(x, 1e20)    | 8  | the label of mean is a whole number from 1",
                "covariance(x, y, -1)  | 17 | the label of covariance is a whole number from 1",
            })
    void saysWhatIsWrongAndWhere(String text, int position, String message) {
        ExpressionException refusal = refusal(text);
        assertEquals(message, refusal.getMessage());
        assertEquals(position, refusal.position());
    }

    @Test
    void theCaretStandsUnderThePlace() {
        assertEquals("x + kapa*y\n    ^", refusal("x + kapa*y").caret());
        assertEquals("x + y)\n     ^", refusal("x + y)").caret());
        assertEquals("x + \n    ^", refusal("x + ").caret());
    }

    @Test
    void linesAndControlCharactersBecomeSpacesAboveTheCaret() {
        assertEquals("x  + kapa\n     ^", refusal("x\n\t+ kapa").caret());
    }

    @Test
    void longTextsAreCut() {
        String around = "x + ".repeat(100);
        String caret = refusal(around + "kapa" + " + x".repeat(100)).caret();
        assertEquals(
                "..." + around.substring(350) + "kapa" + " + x".repeat(12).substring(0, 46) + "...\n" + " ".repeat(53)
                        + "^",
                caret);
    }

    @Test
    void longWordsAreCut() {
        assertEquals(
                "unknown name " + "z".repeat(40) + "...; give one of kappa, x, y, t, pi, label",
                refusal("z".repeat(100_000)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "-",
                "+",
                "x^",
                "exp(",
                "where(not ",
                "min(x, ",
                "mean(",
                "where(x > ",
                "x^(",
                "where(x > 0, ("
            })
    void deepNestingIsRefusedInOneLine(String opening) {
        for (int depth : new int[] {101, 3000, 20_000}) {
            ExpressionException refusal = refusal(opening.repeat(depth) + "x");
            String expected =
                    opening.equals("mean(") ? "mean may not stand inside mean(...)" : "nested more than 100 deep";
            assertEquals(expected, refusal.getMessage());
        }
    }

    @Test
    void hundredLevelsAreRead() {
        Parser.parse("(".repeat(100) + "x" + ")".repeat(100), NAMES);
        Parser.parse("-".repeat(100) + "x", NAMES);
    }

    @Test
    void longSumsAreRefusedWhereTheyGetTooLong() {
        Parser.parse("x" + " + x".repeat(256), NAMES);
        ExpressionException refusal = refusal("1" + " + 1".repeat(100_000));
        assertEquals("more than 256 operations one inside another; group them with parentheses", refusal.getMessage());
        assertEquals(2 + 256 * 4, refusal.position());
    }

    /** Texts made of random words end in a tree or in one line. */
    @Test
    void randomWordsAreReadOrRefused() {
        String[] words =
                ("x y kappa 2 1e5 + - * / ^ ( ) , < <= == and or not where( exp( mean( covariance( atan2( = . e _ t pi "
                                + "label other \u00e9 \u0000 \n 1e400")
                        .split(" ");
        Random random = new Random(7);
        int read = 0;
        for (int n = 0; n < 10_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
            }
            read += reads(text.toString()) ? 1 : 0;
        }
        assertTrue(read > 100, "read: " + read);
    }

    private static boolean reads(String text) {
        try {
            Parser.parse(text, NAMES);
            return true;
        } catch (ExpressionException e) {
            assertFalse(e.getMessage().matches("(?s).*\\p{Cntrl}.*"), e.getMessage());
            assertEquals(2, e.caret().split("\n", -1).length, text);
            return false;
        }
    }

    private static ExpressionException refusal(String text) {
        return assertThrows(ExpressionException.class, () -> Parser.parse(text, NAMES));
    }
}
