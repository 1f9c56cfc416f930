package io.github.murmuration.report;

import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Population;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A scenario in plain sentences. */
final class ScenarioWords {

    private static final int MOST_LISTED = 10;

    private ScenarioWords() {}

    static String of(Scenario scenario) {
        return scenario.dynamics()
                .written()
                .map(model -> written(model, scenario))
                .orElseGet(() -> steered(scenario));
    }

    private static String steered(Scenario scenario) {
        int d = scenario.dimension();
        return Numbers.count(scenario.population().agents()) + " agents with " + plural(d, "coordinate")
                + " each start from "
                + law(scenario.initial(), "sample") + " and are steered over the horizon to "
                + law(scenario.target(), "pattern") + ". "
                + dynamics(scenario) + " Each guidance (" + guidances(scenario)
                + ") is run on the same starts and the same noise, in "
                + plural(scenario.time().steps(), "step") + " of the "
                + scheme(scenario.time().scheme()) + " scheme, "
                + seed(scenario.population()) + ".";
    }

    private static String seed(Population population) {
        String replica = population.replica().isPresent()
                ? ", replica " + population.replica().getAsInt()
                : "";
        return "seed " + population.seed() + replica;
    }

    private static String written(CustomModel model, Scenario scenario) {
        int marks = model.marks().size();
        return Numbers.count(scenario.population().agents()) + " agents with "
                + plural(scenario.dimension(), "coordinate") + " each (" + String.join(", ", model.state())
                + ") start from "
                + law(scenario.initial(), "sample") + " and follow the equations below over a time of "
                + Numbers.tick(model.horizon()) + ", in "
                + plural(scenario.time().steps(), "step") + " of the "
                + scheme(scenario.time().scheme()) + " scheme, "
                + seed(scenario.population()) + "."
                + (marks == 0
                        ? ""
                        : " Every agent keeps " + plural(marks, "mark") + " of its own ("
                                + String.join(", ", model.marks().keySet()) + ").")
                + " Means are taken over the whole population at every step.";
    }

    private static String law(Law law, String row) {
        if (law instanceof Law.Point point) {
            return "the point " + vector(point.at());
        }
        if (law instanceof Law.Samples samples) {
            return "the empirical law of " + plural(samples.rows().length, row);
        }
        Law.Mixture mixture = (Law.Mixture) law;
        int components = mixture.weights().length;
        return components == 1
                ? "a Gaussian of mean " + vector(mixture.means()[0])
                : "a mixture of " + components + " Gaussians of weights " + list(mixture.weights());
    }

    private static String dynamics(Scenario scenario) {
        if (scenario.dynamics() instanceof Dynamics.LinearQuadratic linear) {
            return "Their own drift is linear, with matrix " + matrix(linear.drift())
                    + "; the control minimises its energy plus a quadratic running cost on the distance from the guidance"
                    + " point, with matrix " + matrix(linear.cost()) + ", over every coupling of start and end.";
        }
        return protocol(scenario.protocol());
    }

    private static String matrix(double[][] rows) {
        return rows.length == 1
                ? Numbers.tick(rows[0][0])
                : "["
                        + Arrays.stream(rows)
                                .limit(MOST_LISTED)
                                .map(ScenarioWords::list)
                                .collect(Collectors.joining("; "))
                        + (rows.length > MOST_LISTED ? "; \u2026]" : "]");
    }

    private static String protocol(Protocol protocol) {
        boolean constant = protocol.guidanceShape() == GuidanceShape.PIECEWISE_CONSTANT;
        return "A quadratic potential pulls them towards the guidance point, with stiffness " + list(protocol.beta())
                + " on "
                + plural(protocol.intervals(), "interval") + (equal(protocol.breaks()) ? " of equal length" : "")
                + "; inside an interval the guidance point is " + (constant ? "constant." : "linear in time.");
    }

    private static boolean equal(double[] breaks) {
        double length = 1.0 / (breaks.length - 1);
        for (int i = 0; i < breaks.length; i++) {
            if (Math.abs(breaks[i] - i * length) > 1e-9) {
                return false;
            }
        }
        return breaks.length > 2;
    }

    private static String guidances(Scenario scenario) {
        return scenario.guidance().stream().map(guidance -> guidance.name()).collect(Collectors.joining(", "));
    }

    private static String scheme(Scheme scheme) {
        return switch (scheme) {
            case EULER_MARUYAMA -> "Euler\u2013Maruyama";
            case POSTERIOR_MEAN -> "posterior-mean";
            case EXACT -> "exact";
            case MILSTEIN -> "Milstein";
            case TAMED_EULER -> "tamed Euler";
            case HEUN -> "Heun";
            case BAOAB -> "BAOAB";
        };
    }

    private static String vector(double[] values) {
        return values.length == 1 ? Numbers.tick(values[0]) : "(" + list(values) + ")";
    }

    private static String list(double[] values) {
        String listed = Arrays.stream(values)
                .limit(MOST_LISTED)
                .mapToObj(value -> Numbers.significant(value, 4))
                .collect(Collectors.joining(", "));
        return values.length > MOST_LISTED ? listed + ", \u2026" : listed;
    }

    private static String plural(long count, String noun) {
        return Numbers.count(count) + "\u00a0" + noun + (count == 1 ? "" : "s");
    }
}
