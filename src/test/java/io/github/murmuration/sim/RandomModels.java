package io.github.murmuration.sim;

import static io.github.murmuration.sim.RandomTrees.held;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.CustomModelBuilder;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Observable;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Partners;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.scenario.Source;
import io.github.murmuration.scenario.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Models that a user could have written, as functions of a seed: 1 to 5 coordinates, expressions of depth 6 to 8, every kind of mark,
 * parameter, average, source, boundary and scheme. Nine drifts in ten pull back to 0 and are held within bounds; the others may diverge.
 */
public final class RandomModels {

    static final int CHECKPOINT_EVERY = 5;

    /** What a random expression may be refused for: a constant outside the domain of a function, or a tape that is too long. */
    private static final Pattern DOMAIN = Pattern.compile(
            "the logarithm of a number > 0|the root of a number >= 0|a divisor other than 0"
                    + "|a whole exponent of a negative number|at most 1024|at most 64|a finite number|of these constants is");

    private static final int MOST_LABELS = 3;

    /** Those that take models with pairs. */
    private static final Set<Scheme> PAIRING = Set.of(Scheme.EULER_MARUYAMA, Scheme.TAMED_EULER, Scheme.MILSTEIN);

    private final Random random;
    private final RandomTrees trees;
    private final Scheme scheme;
    private final CustomModelBuilder builder = CustomModel.builder();
    private final int labels;
    private final boolean fixedSizes;
    private final RandomNames names;
    private final boolean paired;
    private final Partners partners;
    private final List<String> sources = new ArrayList<>();

    private RandomModels(Random random) {
        this.random = random;
        this.trees = new RandomTrees(random);
        this.scheme = Scheme.OF_CUSTOM_MODELS.get(random.nextInt(Scheme.OF_CUSTOM_MODELS.size()));
        this.labels = 1 + random.nextInt(MOST_LABELS);
        this.fixedSizes = random.nextBoolean();
        int d = scheme == Scheme.BAOAB ? 2 + 2 * random.nextInt(2) : 1 + random.nextInt(5);
        this.names = new RandomNames(random, builder, d, labels);
        this.paired = PAIRING.contains(scheme) && chance(2);
        this.partners = paired ? names.pairs() : Partners.ALL;
    }

    /** The first of the seed's models that no rule refuses. */
    public static Scenario of(long seed) {
        Random random = new Random(seed);
        while (true) {
            try {
                return accepted(new RandomModels(random).scenario());
            } catch (ScenarioException e) {
                if (!DOMAIN.matcher(e.getMessage()).find()) {
                    throw new AssertionError("seed " + seed, e);
                }
            }
        }
    }

    private static Scenario accepted(Scenario scenario) {
        Problem.of(scenario);
        return scenario;
    }

    private Scenario scenario() {
        builder.horizon(uniform(0.2, 2));
        names.state().forEach(this::motion);
        if (random.nextBoolean()) {
            builder.cost(bounded(100, names.agentLeaves()));
        }
        observe();
        int d = names.state().size();
        return Scenario.builder()
                .name("random")
                .dynamics(builder.build())
                .initial(initial(d))
                .agents(agents())
                .seed(random.nextLong())
                .time(new Time(6 + random.nextInt(4), scheme, 1 << random.nextInt(3)))
                .output(new Output(1 + random.nextInt(2), random.nextInt(3), 2 + random.nextInt(9), CHECKPOINT_EVERY)
                        .agentEnergies(chance(2)))
                .build();
    }

    private void motion(String coordinate) {
        int j = names.state().indexOf(coordinate);
        boolean position = scheme == Scheme.BAOAB && j % 2 == 0;
        builder.drift(coordinate, position ? names.state().get(j + 1) : drift(coordinate));
        if (!position) {
            noise(coordinate);
        }
        boundary(coordinate);
    }

    private String drift(String coordinate) {
        if (scheme == Scheme.BAOAB) {
            return bounded(5, names.positionLeaves()) + " - " + uniform(0, 2) + "*" + coordinate;
        }
        if (chance(10)) {
            return trees.number(6, names.agentLeaves()).text();
        }
        return bounded(10, names.agentLeaves()) + " - " + uniform(0.1, 2) + "*" + coordinate;
    }

    private void noise(String coordinate) {
        if (chance(4)) {
            return;
        }
        builder.noise(coordinate, amplitude(amplitudeLeaves(coordinate)));
        if (chance(3)) {
            builder.commonNoise(coordinate, amplitude(names.populationLeaves()));
        }
        if (chance(3) && scheme != Scheme.MILSTEIN) {
            shared("w", Source.AGENT);
            builder.noise(coordinate, "w", amplitude(amplitudeLeaves(coordinate)));
        }
        if (chance(4)) {
            shared("z", Source.POPULATION);
            builder.noise(coordinate, "z", amplitude(names.populationLeaves()));
        }
    }

    private void shared(String source, Source whose) {
        if (!sources.contains(source)) {
            sources.add(source);
            builder.source(source, whose);
        }
    }

    private String amplitude(List<Expression> leaves) {
        return chance(3) ? Double.toString(uniform(0, 0.5)) : bounded(2, leaves);
    }

    private void boundary(String coordinate) {
        double low = uniform(-3, -0.5);
        double high = uniform(0.5, 3);
        switch (random.nextInt(8)) {
            case 0 -> builder.boundary(coordinate, new Boundary.Periodic(low, high));
            case 1 -> builder.boundary(coordinate, new Boundary.Reflecting(low, high));
            case 2 -> builder.boundary(coordinate, new Boundary.Reflecting(low, Double.POSITIVE_INFINITY));
            case 3 -> builder.boundary(coordinate, new Boundary.Reflecting(Double.NEGATIVE_INFINITY, high));
            case 4 -> {
                if (!paired) {
                    builder.boundary(coordinate, new Boundary.Absorbing(low, high));
                }
            }
            default -> {}
        }
    }

    private void observe() {
        if (chance(2)) {
            builder.observe("seen", trees.number(4, names.populationLeaves()).text());
            builder.observe("least", new Observable.RunningMinimum("seen"));
            builder.observe("most", new Observable.RunningMaximum("seen"));
        }
    }

    private Law initial(int d) {
        double[] weights = new double[labels];
        double[][] centres = new double[labels][d];
        Covariance[] covariances = new Covariance[labels];
        for (int k = 0; k < labels; k++) {
            weights[k] = 1.0 / labels;
            for (int j = 0; j < d; j++) {
                centres[k][j] = uniform(-2, 2);
            }
            covariances[k] = Covariance.isotropic(d, uniform(0.1, 1));
        }
        return new Law.Mixture(weights, centres, covariances, fixedSizes);
    }

    /** Part of a tile, a whole one, or more, where not every pair of agents is asked for; every label has agents. */
    private long agents() {
        if (paired && !(partners instanceof Partners.Batch)) {
            return random.nextInt(150, 300);
        }
        return switch (random.nextInt(6)) {
            case 0 -> 1024;
            case 1 -> random.nextInt(1025, 1300);
            default -> random.nextInt(150, 300);
        };
    }

    private String bounded(double bound, List<Expression> leaves) {
        return "("
                + held(trees.number(6 + random.nextInt(2), leaves), bound, new Literal(uniform(-1, 1)))
                        .text() + ")";
    }

    /** What the amplitude of a coordinate's noise may read under the scheme. */
    private List<Expression> amplitudeLeaves(String coordinate) {
        return switch (scheme) {
            case MILSTEIN -> names.ownLeaves(coordinate);
            case BAOAB -> names.positionLeaves();
            default -> names.agentLeaves();
        };
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}
