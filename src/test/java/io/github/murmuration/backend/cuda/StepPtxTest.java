package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.RandomTapes;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.MarkTable;
import io.github.murmuration.ensemble.PartnerChoice;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.RandomModels;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Operation;
import io.github.murmuration.tape.Program;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The PTX of a tape, executed as text, has the bits of the tape: every operation, tapes and models made at random, on any numbers. */
class StepPtxTest {

    private static final int MODELS = Integer.getInteger("random.models", 40);
    private static final int TAPES = 12;
    private static final int COLUMNS = 6;
    private static final Tiling AGENTS = Tiling.alone(100);

    /** Both zeros, subnormals, the ends of the range, infinities and NaN among plain numbers. */
    private static final float[] SPECIAL = {
        0,
        -0.0f,
        1,
        -1,
        0.5f,
        -2.5f,
        3e-39f,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        1e20f,
        -70000,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    /** The operation alone, on special values in every combination. */
    @ParameterizedTest
    @EnumSource
    void operation(Operation operation) {
        EnsembleSpec spec = alone(operation);
        PtxColumn column = new PtxColumn(step(spec), spec);
        int combinations = (int) Math.pow(SPECIAL.length, operation.operands());
        for (int first = 0; first < combinations; first += Noise.ROWS) {
            column.draw(combinationsFrom(first));
            assertArrayEquals(column.expected(), column.actual(), operation + " at " + first);
        }
    }

    /** Coordinates of four agents, then those of whatever else is drawn; agent n has the n-th combination, in digits of the number of values. */
    private static DoubleSupplier combinationsFrom(int first) {
        PrimitiveIterator.OfInt drawn = IntStream.iterate(0, i -> i + 1).iterator();
        return () -> {
            int i = drawn.nextInt();
            int n = first + i % Noise.ROWS;
            return SPECIAL[(int) (n / Math.pow(SPECIAL.length, i / Noise.ROWS % 3)) % SPECIAL.length];
        };
    }

    /** x_0' = the operation of x_0, x_1, x_2. */
    private static EnsembleSpec alone(Operation operation) {
        Graph graph = new Graph();
        Node[] x = IntStream.range(0, 3)
                .mapToObj(j -> graph.input(Source.STATE, j))
                .toArray(Node[]::new);
        Node result = graph.apply(operation, Arrays.copyOf(x, operation.operands()));
        Program program = graph.program(List.of(result, x[1], x[2]));
        MarkTable none = new MarkTable(List.of());
        TapedStep step = new TapedStep(
                3, 1, 0, 1, program, new PartnerChoice.All(), program, new float[0], 0, false, false, List.of(), none);
        EnsembleSpec spec = RandomTapes.spec(1, 3, 1, 30, false, AGENTS, 1);
        return new EnsembleSpec(
                spec.tiling(),
                spec.seed(),
                spec.commonSeed(),
                spec.noise(),
                new Evaluator.Taped(step),
                spec.start(),
                false,
                spec.feeds(),
                spec.part());
    }

    /** Whatever sources there are, and outputs that are coordinates. */
    @Test
    void tapes() {
        for (int seed = 1; seed <= TAPES; seed++) {
            int operations = 30 + 5 * seed;
            same(RandomTapes.spec(seed, 1 + seed % 5, 1 + seed % 3, operations, seed % 2 == 0, AGENTS, 1), seed);
        }
    }

    @Test
    void models() {
        int operations = 0;
        for (int seed = 1; seed <= MODELS; seed++) {
            operations += same(Problem.of(RandomModels.of(seed)).ensemble(100), seed);
        }
        System.out.println("same bits in PTX: " + MODELS + " random models, " + operations + " operations");
    }

    /** What is known before the kernel runs; how many replicas there are beyond one differs from batch to batch. */
    @Test
    void constants() {
        String template =
                "// splice constant replicas %a %b\n// splice constant columns %a %b\n// splice constant labels %a %b\n"
                        + "// splice constant noise_per_step %a %b\n";
        assertEquals(
                "mov.u32 %a, 1;\n\nmov.u32 %a, 256;\n\nmov.u32 %a, 2;\n\nmov.u32 %a, 2;\n\n",
                of(template, RandomTapes.spec(1, 2, 2, 30, false, AGENTS, 1)));
        assertEquals(
                "mov.u32 %a, %b;\n\nmov.u32 %a, %b;\n\nmov.u32 %a, 3;\n\nmov.u32 %a, 2;\n\n",
                of(template, RandomTapes.spec(1, 2, 3, 30, false, Tiling.replicas(100, 0, 7), 1)));
    }

    private static String of(String template, EnsembleSpec spec) {
        return StepPtx.of(template, step(spec), spec);
    }

    static TapedStep step(EnsembleSpec spec) {
        return ((Evaluator.Taped) spec.evaluator()).step();
    }

    /** @return operations of the tape */
    private static int same(EnsembleSpec spec, long seed) {
        Tape tape = step(spec).program().agent();
        PtxColumn column = new PtxColumn(step(spec), spec);
        Random random = new Random(seed);
        for (int i = 0; i < COLUMNS; i++) {
            int oneIn = 1 << 2 * i;
            DoubleSupplier numbers =
                    () -> random.nextInt(oneIn) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextGaussian();
            column.draw(numbers);
            assertArrayEquals(column.expected(), column.actual(), "seed " + seed + ", column " + i);
        }
        return tape.operations();
    }
}
