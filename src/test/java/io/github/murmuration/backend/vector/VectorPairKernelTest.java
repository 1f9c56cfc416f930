package io.github.murmuration.backend.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.backend.host.PairKernel;
import io.github.murmuration.backend.host.PairTable;
import io.github.murmuration.expression.Parser;
import io.github.murmuration.schedule.TapeLayout;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Interpreter;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Operation;
import io.github.murmuration.tape.Program;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loops on pairs have the bits of the interpreter of tapes, pair after pair: every operation on every source, loops of all sizes. */
@Tag("lanes")
class VectorPairKernelTest {

    private static final int AGENTS = 200;
    private static final int DIMENSION = 2;
    private static final int MARKS = 1;

    /** Of what is given, so much differs between agents. */
    private static final int SIDES = 8;

    private final Graph graph = new Graph();

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 20", "3, 90"})
    void hasTheBitsOfTheInterpreter(long seed, int operations) {
        Program program = program(new Random(seed), operations);
        Tape tape = program.pair();
        TapeLayout row =
                new TapeLayout(0, program.times().size(), program.replica().outputs().length);
        PairTable table = table(new Random(~seed));
        float[] rows = numbers(new Random(seed), 3 + row.size());
        PairKernel.Inputs inputs = new PairKernel.Inputs(table, rows, 3);
        PairKernel kernel = new VectorPairKernel(
                PairProgram.of(tape, row, new PairWork.Columns(DIMENSION, MARKS)), tape.outputs().length);
        Reference reference = new Reference(tape, row, inputs);
        check(kernel, reference, 5, 70, 40, 106, 0);
        check(kernel, reference, 72, 128, 0, 1, 0);
        check(kernel, reference, 199, 1, 7, 30, 127);
        check(kernel, reference, 20, 37, 3, 10, 50);
        checkBeside(kernel, reference, 0, 128, 71, 0);
        checkBeside(kernel, reference, 180, 20, 0, 100);
        checkBeside(kernel, reference, 3, 1, 199, 127);
    }

    private static void check(PairKernel kernel, Reference reference, int first, int count, int from, int to, int at) {
        float[] actual = sums(reference);
        float[] expected = actual.clone();
        kernel.add(reference.inputs, first, count, from, to, actual, at);
        for (int a = 0; a < count; a++) {
            for (int j = from; j < to; j++) {
                reference.add(first + a, j, expected, at + a);
            }
        }
        assertEquals(bits(expected), bits(actual));
    }

    private static void checkBeside(PairKernel kernel, Reference reference, int first, int count, int partner, int at) {
        float[] actual = sums(reference);
        float[] expected = actual.clone();
        kernel.addBeside(reference.inputs, first, count, partner, actual, at);
        for (int a = 0; a < count; a++) {
            reference.add(first + a, partner + a, expected, at + a);
        }
        assertEquals(bits(expected), bits(actual));
    }

    /** Sums of earlier runs, of agents that the kernel is not asked about too. */
    private static float[] sums(Reference reference) {
        return numbers(new Random(9), reference.tape.outputs().length * PairKernel.AGENTS);
    }

    /** NaNs are alike. */
    private static List<Integer> bits(float[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Float.floatToIntBits(values[i]))
                .toList();
    }

    private static float[] numbers(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 4 * random.nextFloat() - 2;
        }
        return numbers;
    }

    private static PairTable table(Random random) {
        float[] labels = new float[AGENTS];
        for (int i = 0; i < AGENTS; i++) {
            labels[i] = 1 + i % 3;
        }
        return new PairTable(
                new float[][] {numbers(random, AGENTS), numbers(random, AGENTS)},
                new float[][] {numbers(random, AGENTS)},
                labels);
    }

    /** Operations in a random order on what is given and on the last results; two values as they are, and the sum of all results. */
    private Program program(Random random, int operations) {
        List<Node> given = given();
        List<Node> results = new ArrayList<>();
        List<Operation> order = new ArrayList<>(List.of(Operation.values()));
        Collections.shuffle(order, random);
        Node sum = number("0");
        for (int i = 0; i < operations; i++) {
            Operation operation = order.get(i % order.size());
            Node[] operands = new Node[operation.operands()];
            for (int o = 0; o < operands.length; o++) {
                List<Node> last = results.subList(Math.max(0, i - 8), i);
                List<Node> from = last.isEmpty() || random.nextInt(3) == 0 ? given : last;
                operands[o] = from.get(random.nextInt(from.size()));
            }
            operands[0] = i < order.size() ? given.get(random.nextInt(SIDES)) : operands[0];
            results.add(graph.apply(operation, operands));
            sum = graph.apply(Operation.ADD, sum, bounded(results.get(i)));
        }
        return graph.program(List.of(), List.of(graph.input(Source.OTHER_STATE, 1), results.get(operations - 1), sum));
    }

    /** What a tape may read: first what differs between agents. */
    private List<Node> given() {
        List<Node> given = new ArrayList<>();
        for (Source source : List.of(Source.STATE, Source.OTHER_STATE)) {
            given.add(graph.input(source, 0));
            given.add(graph.input(source, 1));
        }
        for (Source source : List.of(Source.MARK, Source.OTHER_MARK, Source.LABEL, Source.OTHER_LABEL, Source.MEAN)) {
            given.add(graph.input(source, 0));
        }
        given.add(graph.time(Parser.parse("t", Set.of()), false));
        given.add(number("0.5"));
        return given;
    }

    /** tanh(x), or 0 where x is NaN. */
    private Node bounded(Node x) {
        return graph.apply(
                Operation.WHERE, graph.apply(Operation.EQUAL, x, x), graph.apply(Operation.TANH, x), number("0"));
    }

    private Node number(String text) {
        return graph.time(Parser.parse(text, Set.of()), false);
    }

    /** Pair by pair. */
    private static final class Reference implements Interpreter.Inputs {

        final Tape tape;
        final PairKernel.Inputs inputs;
        private final TapeLayout row;
        private final Interpreter interpreter;
        private int agent;
        private int partner;

        Reference(Tape tape, TapeLayout row, PairKernel.Inputs inputs) {
            this.tape = tape;
            this.row = row;
            this.inputs = inputs;
            this.interpreter = new Interpreter(tape);
        }

        void add(int i, int j, float[] sums, int at) {
            agent = i;
            partner = j;
            interpreter.run(this);
            for (int f = 0; f < tape.outputs().length; f++) {
                sums[f * PairKernel.AGENTS + at] += interpreter.output(f, this);
            }
        }

        @Override
        public float value(Source source, int index) {
            PairTable table = inputs.table();
            return switch (source) {
                case STATE -> table.states()[index][agent];
                case OTHER_STATE -> table.states()[index][partner];
                case MARK -> table.marks()[index][agent];
                case OTHER_MARK -> table.marks()[index][partner];
                case LABEL -> table.labels()[agent];
                case OTHER_LABEL -> table.labels()[partner];
                case TIME -> inputs.rows()[inputs.row() + row.time() + index];
                case SHARED -> inputs.rows()[inputs.row() + row.sharedFrom() + index];
                default -> throw new IllegalStateException(source + " of a pair");
            };
        }
    }
}
