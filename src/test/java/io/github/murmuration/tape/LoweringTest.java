package io.github.murmuration.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.murmuration.expression.Expression;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoweringTest {

    /** Which operations come out: x, y, z are STATE 0 to 2, m and k means, c a constant, r a function of time. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x + y               | s0 = ADD STATE0 STATE1 -> s0",
                "x*y + z             | s0 = FMA STATE0 STATE1 STATE2 -> s0",
                "z + x*y             | s0 = FMA STATE0 STATE1 STATE2 -> s0",
                "x*y + z*x           | s0 = MULTIPLY STATE2 STATE0; s0 = FMA STATE0 STATE1 s0 -> s0",
                "x*y - z             | s0 = FMS STATE0 STATE1 STATE2 -> s0",
                "z - x*y             | s0 = FNMA STATE0 STATE1 STATE2 -> s0",
                "x*y - z*x           | s0 = MULTIPLY STATE2 STATE0; s0 = FMS STATE0 STATE1 s0 -> s0",
                "x^2 + y             | s0 = FMA STATE0 STATE0 STATE1 -> s0",
                "y - x^2             | s0 = FNMA STATE0 STATE0 STATE1 -> s0",
                "x^(c - 1) + y       | s0 = FMA STATE0 STATE0 STATE1 -> s0",
                "x*y*z + x           | s0 = MULTIPLY STATE0 STATE1; s0 = FMA s0 STATE2 STATE0 -> s0",
                "(x*y + z)*x + y     | s0 = FMA STATE0 STATE1 STATE2; s0 = FMA s0 STATE0 STATE1 -> s0",
                "-x*y + z            | s0 = NEGATE STATE0; s0 = FMA s0 STATE1 STATE2 -> s0",
                "-(x*y) + z          | s0 = MULTIPLY STATE0 STATE1; s0 = NEGATE s0; s0 = ADD s0 STATE2 -> s0",
                "x/y + z             | s0 = DIVIDE STATE0 STATE1; s0 = ADD s0 STATE2 -> s0",
                "m*x + y             | s0 = FMA SHARED0 STATE0 STATE1 -> s0",
                "m*k + x             | s0 = ADD SHARED0 STATE0 -> s0",
                "x - m*k             | s0 = SUBTRACT STATE0 SHARED0 -> s0",
                "m^2 + x             | s0 = ADD SHARED0 STATE0 -> s0",
                "c*r + x             | s0 = ADD TIME0 STATE0 -> s0",
                "c*x + r             | s0 = FMA TIME0 STATE0 TIME1 -> s0",
                "x^3 + y             | s0 = MULTIPLY STATE0 STATE0; s0 = MULTIPLY s0 STATE0; s0 = ADD s0 STATE1 -> s0",
                "x^5                 | s0 = MULTIPLY STATE0 STATE0; s0 = MULTIPLY s0 s0; s0 = MULTIPLY s0 STATE0 -> s0",
                "x^6                 | s0 = MULTIPLY STATE0 STATE0; s0 = MULTIPLY s0 STATE0; s0 = MULTIPLY s0 s0 -> s0",
                "x^1                 | -> STATE0",
                "x^0                 | -> TIME0",
                "x^-1                | s0 = DIVIDE TIME0 STATE0 -> s0",
                "x^-2 + y            | s0 = MULTIPLY STATE0 STATE0; s0 = DIVIDE TIME0 s0; s0 = ADD s0 STATE1 -> s0",
                "x^0.5               | s0 = LOG STATE0; s0 = MULTIPLY TIME0 s0; s0 = EXP s0 -> s0",
                "x^r                 | s0 = LOG STATE0; s0 = MULTIPLY TIME0 s0; s0 = EXP s0 -> s0",
                "2^x                 | s0 = MULTIPLY STATE0 SHARED0; s0 = EXP s0 -> s0",
                "where(x > y, x, y)  | s0 = LESS STATE1 STATE0; s0 = WHERE s0 STATE0 STATE1 -> s0",
                "where(x >= y, x, y) | s0 = LESS_EQUAL STATE1 STATE0; s0 = WHERE s0 STATE0 STATE1 -> s0",
                "where(x < y, x, y)  | s0 = LESS STATE0 STATE1; s0 = WHERE s0 STATE0 STATE1 -> s0",
                "where(t < 1, x, y)  | s0 = WHERE TIME0 STATE0 STATE1 -> s0",
                "min(x, atan2(y, z)) | s0 = ATAN2 STATE1 STATE2; s0 = MIN STATE0 s0 -> s0",
                "exp(x)*exp(x)       | s0 = EXP STATE0; s0 = MULTIPLY s0 s0 -> s0",
                "mean(x) - x         | s0 = SUBTRACT SHARED0 STATE0 -> s0",
            })
    void operationsOfAnAgent(String text, String listing) {
        assertEquals(listing, Listing.of(new Model().program(text).agent()).strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m*k + x             | s0 = MULTIPLY MEAN0 MEAN1 -> s0",
                "(m*k + k)*x         | s0 = FMA MEAN0 MEAN1 MEAN1 -> s0",
                "(m + c*r)*x         | s0 = ADD MEAN0 TIME0 -> s0",
                "(c*m + r)*x         | s0 = FMA TIME0 MEAN0 TIME1 -> s0",
                "m*x + k*y           | -> MEAN1 MEAN0",
                "exp(m)*x + exp(m)*y | s0 = EXP MEAN0 -> s0",
                "x + y               | ->",
            })
    void operationsOfAReplica(String text, String listing) {
        assertEquals(listing, Listing.of(new Model().program(text).replica()).strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2*pi*t*x            | 2*pi*t",
                "c^2*x               | 3^2",
                "sin(r)*x            | sin(2*t + h)",
                "where(t < c, r, 1)*x| 'where(t < 3, 2*t + h, 1)'",
                "x^2                 | ''",
            })
    void partsOfTimeStayWhole(String text, String expression) {
        String times = String.join(
                " and ",
                new Model()
                        .program(text).times().stream()
                                .map(TimeValue::expression)
                                .map(Expression::text)
                                .toList());
        assertEquals(expression, times);
    }

    @Test
    void timeIsTakenAtEitherEndOfAStepAndConstantsAtNone() {
        Model model = new Model();
        Expression expression = Model.parse("(x + t)*c");
        Program program = model.graph.program(List.of(model.lower(expression, false), model.lower(expression, true)));
        assertEquals(3, program.times().size());
        assertEquals(1, program.times().stream().filter(TimeValue::atEnd).count());
    }

    @Test
    void lowRanksAreReadAsTheyAre() {
        Program program = new Model().program("t", "m", "m + k", "x", "t");
        assertEquals(" -> TIME0 SHARED0 SHARED1 STATE0 TIME0", Listing.of(program.agent()));
        assertEquals("s0 = ADD MEAN0 MEAN1 -> MEAN0 s0", Listing.of(program.replica()));
    }

    @Test
    void whatStandsForNothingIsRefused() {
        Graph graph = new Graph();
        assertThrows(IllegalArgumentException.class, () -> graph.input(Source.SLOT, 0));
        assertThrows(IllegalArgumentException.class, () -> graph.time(Model.parse("x"), false));
        assertThrows(IllegalArgumentException.class, () -> graph.apply(Operation.FMA, graph.input(Source.STATE, 0)));
        assertThrows(IllegalArgumentException.class, () -> new Model().program("label"));
    }
}
