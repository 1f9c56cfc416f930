package io.github.murmuration.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Function;
import io.github.murmuration.expression.RandomExpressions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TapeTest {
    private static final List<String> NAMES = List.of("x", "y", "z", "m", "k", "c", "r", "t", "pi");
    private static final double TIME = 0.75;
    private static final double STEP = 0.125;

    private static final Map<Integer, Float> INPUTS = Map.of(
            Source.STATE.at(0), 0.7f,
            Source.STATE.at(1), 1.9f,
            Source.STATE.at(2), 0.3f,
            Source.MEAN.at(0), 1.1f,
            Source.MEAN.at(1), 2.3f);

    private static final Set<Function> POSITIVE = EnumSet.of(
            Function.ADD, Function.MULTIPLY, Function.DIVIDE, Function.SQRT, Function.MIN, Function.MAX, Function.ABS);

    /** Positive numbers: an operation adds one rounding, 2^-24, to the relative error, and none enlarges it more than a sum. */
    @Test
    void positiveExpressionsAreNearFloat64() {
        RandomExpressions random = new RandomExpressions(1, NAMES, POSITIVE::contains);
        int compared = 0;
        for (int n = 0; n < 5_000; n++) {
            Expression expression = random.next(5);
            double exact = float64(expression);
            if (exact > 1e-30 && exact < 1e30) {
                Program program = new Model().program(List.of(expression));
                double bound = 0x1p-24 * (2 + 4 * expression.text().length());
                assertEquals(1, run(program)[0] / exact, bound, expression::text);
                compared++;
            }
        }
        assertTrue(compared > 4_500, "compared: " + compared);
    }

    /** Operations on constants alone are a replica's, but for where there is none. */
    @Test
    void aSingleTapeWorksOutEverything() {
        Model model = new Model();
        List<Node> outputs = List.of(model.lower(Model.parse("exp(x^0) + y"), false));
        Program split = model.graph.program(outputs);
        Program single = model.graph.single(outputs);
        assertTrue(split.agent().reads(Source.SHARED));
        assertEquals(0, single.replica().operations());
        assertEquals(split.agent().operations() + 1, single.agent().operations());
        assertArrayEquals(run(split), run(single));
    }

    /** All functions: the tree worked out in float32, node by node, gives the bits of the tape. */
    @Test
    void tapesHaveTheBitsOfTheTree() {
        RandomExpressions random = new RandomExpressions(2, NAMES, function -> true);
        Map<String, Float> agents = Map.of("x", 0.7f, "y", 1.9f, "z", 0.3f);
        Map<String, Float> replicas = Map.of("m", 1.1f, "k", 2.3f);
        TreeInFloat32 tree = new TreeInFloat32(agents, replicas, TapeTest::float64);
        int finite = 0;
        for (int n = 0; n < 4_000; n++) {
            Expression expression = random.next(6);
            float expected = tree.value(expression);
            assertEquals(expected, run(new Model().program(List.of(expression)))[0], expression::text);
            finite += Float.isFinite(expected) ? 1 : 0;
        }
        assertTrue(finite > 2_000, "finite: " + finite);
    }

    @Test
    void whatElseAGraphHoldsChangesNoBits() {
        RandomExpressions random = new RandomExpressions(4, NAMES, function -> true);
        for (int n = 0; n < 500; n++) {
            List<Expression> many = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                many.add(random.next(4));
            }
            float[] together = run(new Model().program(many));
            float[] apart = new float[many.size()];
            for (int i = 0; i < apart.length; i++) {
                apart[i] = run(new Model().program(List.of(many.get(i))))[0];
            }
            assertArrayEquals(apart, together);
        }
    }

    /** The product is an output too, but the sum is still rounded once. */
    @Test
    void aProductThatIsSharedIsFusedAllTheSame() {
        Program program = new Model().program("x*y", "x*y + z", "z - x*y");
        assertEquals(
                "s0 = MULTIPLY STATE0 STATE1; s1 = FMA STATE0 STATE1 STATE2; s2 = FNMA STATE0 STATE1 STATE2 -> s0 s1 s2",
                Listing.of(program.agent()));
    }

    @Test
    void equalPartsAreWorkedOutOnce() {
        Program program = new Model().program("exp(x + y)*x", "exp(x + y)*y", "exp(x + y)*x");
        assertEquals(
                "s0 = ADD STATE0 STATE1; s0 = EXP s0; s1 = MULTIPLY s0 STATE0; s0 = MULTIPLY s0 STATE1 -> s1 s0 s1",
                Listing.of(program.agent()));
    }

    @Test
    void unusedPartsAreLeftOut() {
        Model model = new Model();
        model.lower(Model.parse("exp(x)*r + m*k"), false);
        Program program = model.program("x + y");
        assertEquals(1, program.agent().operations());
        assertEquals(0, program.replica().operations());
        assertEquals(List.of(), program.times());
    }

    /** A sum of products takes what it has so far and two factors, of which nothing is left when the next product begins. */
    @Test
    void aLongSumTakesFewValuesAtATime() {
        String sum = IntStream.range(0, 100)
                .mapToObj(k -> "(x - " + k + ")*(y - " + k + ")")
                .collect(Collectors.joining(" + "));
        assertEquals(3, new Model().program(sum).agent().slots());
    }

    @Test
    void tooManyValuesAtATimeAreRefusedWithTheCount() {
        Program program = program(64, 1);
        assertEquals(64, program.agent().slots());
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> program(65, 1));
        assertEquals("65 values at a time per agent; at most 64 are possible", refusal.getMessage());
    }

    @Test
    void tooManyOperationsAreRefusedWithTheCount() {
        assertEquals(1024, program(1, 1024).agent().operations());
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> program(1, 100_000));
        assertEquals("100000 operations per agent; at most 1024 are possible", refusal.getMessage());
    }

    /** Outputs that are each a chain of so many additions. */
    private static Program program(int outputs, int additions) {
        Graph graph = new Graph();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            Node node = graph.input(Source.STATE, i);
            for (int k = 0; k < additions; k++) {
                node = graph.apply(Operation.ADD, node, graph.input(Source.NORMAL, 0));
            }
            nodes.add(node);
        }
        return graph.program(nodes);
    }

    @Test
    void theSameModelGivesTheSameTape() {
        Map<String, Integer> codes = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            Program program = new Model().program("m*(k - x)*exp(r*y) + c", "where(x > m, sin(y), t)");
            codes.merge(Listing.of(program.agent()) + Listing.of(program.replica()) + program.times(), 1, Integer::sum);
        }
        assertEquals(1, codes.size());
    }

    private static float[] run(Program program) {
        return new Execution(program, TIME, STEP, INPUTS).outputs();
    }

    private static double float64(Expression expression) {
        return expression.with(Model.TIMES).value(TapeTest::named);
    }

    private static double named(String name) {
        return switch (name) {
            case "x" -> 0.7f;
            case "y" -> 1.9f;
            case "z" -> 0.3f;
            case "m" -> 1.1f;
            case "k" -> 2.3f;
            case "t" -> TIME;
            default -> STEP;
        };
    }
}
