package io.github.murmuration.backend;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.MarkTable;
import io.github.murmuration.ensemble.PartnerChoice;
import io.github.murmuration.ensemble.PopulationMoment;
import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.expression.Parser;
import io.github.murmuration.schedule.Feed;
import io.github.murmuration.schedule.Row;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Operation;
import io.github.murmuration.tape.Program;
import io.github.murmuration.tape.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Steps of every operation on every source, drawn at random: d from 1 to 5, marks of every law, labels, averages, common noise. */
public final class RandomTapes {

    private static final int FEATURES = 3;
    private static final int SOURCES = 2;
    private static final int COMMON = 2;

    private static final MarkTable MARKS = new MarkTable(List.of(
            new MarkTable.Mixture(
                    new int[] {0x40000000, 0xc0000000}, new float[] {-1, 0, 2}, new float[] {0.5f, 0, 0.25f}),
            new MarkTable.Uniform(-1, 3),
            new MarkTable.Cauchy(0.5f, 0.1f),
            new MarkTable.Listed(new float[] {1, -2, 0.5f, 0.25f, 3})));

    private final Random random;
    private final Graph graph = new Graph();
    private final int dimension;
    private final int labels;
    private final int pairs;

    private RandomTapes(long seed, int dimension, int labels, int pairs) {
        this.random = new Random(seed);
        this.dimension = dimension;
        this.labels = labels;
        this.pairs = pairs;
    }

    /**
     * A population that such a step moves.
     *
     * @param operations of which the outputs are drawn: many are kept at a time
     * @param guidances all on the same rows
     */
    public static EnsembleSpec spec(
            long seed, int dimension, int labels, int operations, boolean costs, Tiling tiling, int guidances) {
        TapedStep step = new RandomTapes(seed, dimension, labels, 0).step(operations, costs, new PartnerChoice.All());
        return spec(step, seed, labels, tiling, guidances);
    }

    /** The same of steps that read so many means over partners. */
    public static EnsembleSpec ofPairs(
            long seed, int dimension, int labels, int pairs, PartnerChoice partners, Tiling tiling, int guidances) {
        int operations = 2 * Operation.values().length;
        TapedStep step = new RandomTapes(seed, dimension, labels, pairs).step(operations, seed % 2 == 0, partners);
        return spec(step, seed, labels, tiling, guidances);
    }

    private static EnsembleSpec spec(TapedStep step, long seed, int labels, Tiling tiling, int guidances) {
        Evaluator evaluator = new Evaluator.Taped(step);
        List<Feed> feeds = Feed.reference(evaluator.row(), step.followed());
        return new EnsembleSpec(
                tiling,
                seed,
                ~seed,
                NoiseSource.PHILOX,
                evaluator,
                start(step.dimension(), labels),
                step.costs(),
                Collections.nCopies(guidances, feeds),
                Part.WHOLE);
    }

    /** Rows of some steps. */
    public static float[] rows(EnsembleSpec spec, int steps) {
        Row row = spec.rows();
        Random random = new Random(steps);
        float[] rows = new float[steps * row.size()];
        for (int k = 0; k < steps; k++) {
            for (int i = Row.SCALARS; i < row.reference(); i++) {
                rows[k * row.size() + i] = random.nextFloat() - 0.5f;
            }
            rows[k * row.size() + Row.UNIT] = 1;
        }
        return rows;
    }

    private static StartTable start(int dimension, int labels) {
        double[] weights =
                IntStream.range(0, labels).mapToDouble(k -> 1.0 / labels).toArray();
        double[][] means = new double[labels][dimension];
        double[][] variances = new double[labels][dimension];
        for (int k = 0; k < labels; k++) {
            for (int j = 0; j < dimension; j++) {
                means[k][j] = k - j;
                variances[k][j] = 0.5 + j;
            }
        }
        return StartTable.ofMixture(new GaussianMixture(weights, means, variances, null));
    }

    private TapedStep step(int operations, boolean costs, PartnerChoice partners) {
        List<PopulationMoment> moments = moments();
        Node[] states = inputs(Source.STATE, dimension);
        List<Node> outputs = outputs(pool(states, moments.size()), states, operations);
        if (costs) {
            outputs.add(graph.apply(Operation.ABS, outputs.get(0)));
        }
        List<Node> given = new ArrayList<>(List.of(states));
        Collections.addAll(given, inputs(Source.MARK, MARKS.count()));
        given.add(graph.input(Source.LABEL, 0));
        given.add(graph.input(Source.REFERENCE, 0));
        given.add(graph.apply(Operation.ADD, states[0], graph.time(Parser.parse("t", Set.of()), false)));
        List<Node> features = mixed(given, operations / 2).subList(0, FEATURES);
        Program program = graph.program(outputs, pairValues(states));
        List<Node> starts = new ArrayList<>(List.of(states));
        Collections.rotate(starts, 1);
        features.stream().map(this::bounded).forEach(starts::add);
        Program start = graph.program(starts);
        float[] startTimes = new float[start.times().size()];
        Arrays.fill(startTimes, 0.75f);
        return new TapedStep(
                dimension,
                SOURCES,
                COMMON,
                2,
                program,
                partners,
                start,
                startTimes,
                FEATURES,
                false,
                costs,
                moments,
                MARKS);
    }

    /** Values of a pair, of every operation on all that may be read of two agents. */
    private List<Node> pairValues(Node[] states) {
        List<Node> pool = new ArrayList<>(List.of(states));
        Collections.addAll(pool, inputs(Source.OTHER_STATE, dimension));
        Collections.addAll(pool, inputs(Source.MARK, MARKS.count()));
        Collections.addAll(pool, inputs(Source.OTHER_MARK, MARKS.count() - 1));
        Collections.addAll(pool, inputs(Source.MEAN, 1));
        pool.add(graph.input(Source.LABEL, 0));
        pool.add(graph.input(Source.OTHER_LABEL, 0));
        pool.add(graph.time(Parser.parse("t", Set.of()), false));
        List<Node> values = new ArrayList<>();
        if (pairs > 0) {
            values.add(graph.apply(Operation.SUBTRACT, graph.input(Source.OTHER_STATE, 0), states[0]));
            mixed(pool, Operation.values().length).stream()
                    .limit(pairs - 1L)
                    .map(this::bounded)
                    .forEach(values::add);
        }
        return values;
    }

    /** What operations may begin with. */
    private List<Node> pool(Node[] states, int moments) {
        List<Node> pool = new ArrayList<>(List.of(states));
        Collections.addAll(pool, inputs(Source.MARK, MARKS.count()));
        Collections.addAll(pool, inputs(Source.NORMAL, SOURCES));
        Collections.addAll(pool, inputs(Source.PAIR, pairs));
        Collections.addAll(pool, inputs(Source.MEAN, moments));
        Collections.addAll(pool, inputs(Source.COMMON, COMMON));
        pool.add(graph.input(Source.LABEL, 0));
        pool.add(graph.input(Source.REFERENCE, dimension));
        for (String time : List.of("t", "2*t + h", "0.25")) {
            pool.add(graph.time(Parser.parse(time, Set.of("h")), false));
        }
        return pool;
    }

    /** The states after the step, of which the first change places, then features, the last of which is a coordinate before the step. */
    private List<Node> outputs(List<Node> pool, Node[] states, int operations) {
        List<Node> shares = shares(mixed(pool, operations), dimension + FEATURES - 1, operations);
        List<Node> outputs = new ArrayList<>();
        for (int j = 0; j < dimension; j++) {
            outputs.add(graph.apply(Operation.FMA, number("0.5"), states[j], shares.get(j)));
        }
        if (dimension > 2) {
            outputs.set(1, states[0]);
        }
        outputs.addAll(shares.subList(dimension, shares.size()));
        outputs.add(states[0]);
        return outputs;
    }

    /** Results of operations on the pool and on each other, the last first. */
    private List<Node> mixed(List<Node> pool, int operations) {
        List<Node> nodes = new ArrayList<>(pool);
        Collections.shuffle(nodes, random);
        for (int i = 0; i < operations; i++) {
            Operation operation = Operation.values()[i % Operation.values().length];
            Node[] operands = new Node[operation.operands()];
            for (int o = 0; o < operands.length; o++) {
                operands[o] = nodes.get(o == 0 ? i : random.nextInt(nodes.size()));
            }
            nodes.add(graph.apply(operation, operands));
        }
        Collections.reverse(nodes);
        return nodes;
    }

    /** Of the first nodes each is in one of the shares. */
    private List<Node> shares(List<Node> nodes, int count, int operations) {
        List<Node> shares = new ArrayList<>(Collections.nCopies(count, number("0")));
        for (int i = 0; i < operations; i++) {
            Node sum = graph.apply(Operation.ADD, shares.get(i % count), bounded(nodes.get(i)));
            shares.set(i % count, sum);
        }
        return shares;
    }

    /** tanh(x), or 0 where x is NaN. */
    private Node bounded(Node x) {
        return graph.apply(
                Operation.WHERE, graph.apply(Operation.EQUAL, x, x), graph.apply(Operation.TANH, x), number("0"));
    }

    private Node number(String text) {
        return graph.time(Parser.parse(text, Set.of()), false);
    }

    private Node[] inputs(Source source, int count) {
        return IntStream.range(0, count).mapToObj(i -> graph.input(source, i)).toArray(Node[]::new);
    }

    /** Means of every channel and label, a variance of each coordinate, and covariances. */
    private List<PopulationMoment> moments() {
        List<PopulationMoment> moments = new ArrayList<>();
        for (int label = 0; label <= labels; label++) {
            for (int channel = 0; channel < dimension + FEATURES; channel++) {
                moments.add(PopulationMoment.mean(channel, label, PopulationMoment.NONE));
            }
            moments.add(new PopulationMoment(0, 0, 0, label, PopulationMoment.NONE));
            moments.add(new PopulationMoment(0, dimension + 1, dimension, label, PopulationMoment.NONE));
        }
        return moments;
    }
}
