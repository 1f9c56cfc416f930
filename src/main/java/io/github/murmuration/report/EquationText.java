package io.github.murmuration.report;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Mark;
import io.github.murmuration.scenario.Observable;
import io.github.murmuration.scenario.Parameter;
import io.github.murmuration.scenario.Partners;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The equations of a model as its user wrote them, one a line. */
final class EquationText {
    private static final int MOST_LISTED = 10;

    private final CustomModel model;
    private final List<String> lines = new ArrayList<>();

    private EquationText(CustomModel model) {
        this.model = model;
    }

    static List<String> lines(CustomModel model) {
        EquationText text = new EquationText(model);
        model.state().forEach(name -> text.lines.add(text.equation(name)));
        model.cost().ifPresent(cost -> text.lines.add("cost = \u222b (" + cost.text() + ") dt"));
        model.means().forEach((name, mean) -> text.lines.add(name + " = mean(" + mean.text() + ")"));
        model.pairs()
                .forEach((name, value) ->
                        text.lines.add(name + " = mean of (" + value.text() + ") over " + words(model.partners())));
        model.parameters().forEach((name, value) -> text.lines.add(name + " = " + words(value)));
        model.marks().forEach((name, mark) -> text.lines.add(name + " ~ " + words(mark)));
        model.boundary().forEach((name, boundary) -> text.lines.add(name + " " + words(boundary)));
        model.observe().forEach((name, value) -> text.lines.add(name + " = " + words(value)));
        return text.lines;
    }

    /** dx = (b) dt + (s) dW_x, in which a source of the whole population is dW0. */
    private String equation(String name) {
        List<String> terms = new ArrayList<>();
        Expression drift = model.drift().get(name);
        if (drift != null) {
            terms.add("(" + drift.text() + ") dt");
        }
        add(terms, model.noise().getOrDefault(name, Map.of()), "dW_");
        add(terms, model.commonNoise().getOrDefault(name, Map.of()), "dW0_");
        return "d" + name + " = " + (terms.isEmpty() ? "0" : String.join(" + ", terms));
    }

    private static void add(List<String> terms, Map<String, Expression> amplitudes, String increment) {
        amplitudes.forEach((source, amplitude) -> terms.add("(" + amplitude.text() + ") " + increment + source));
    }

    private static String words(Partners partners) {
        if (partners instanceof Partners.Batch batch) {
            return "all agents, estimated from itself and " + batch.size() + " others drawn at every step";
        }
        if (partners instanceof Partners.Within within) {
            String of = within.of().isEmpty() ? "" : " in " + String.join(", ", within.of());
            return "all agents, 0 beyond a distance of " + number(within.radius()) + of;
        }
        return "all agents";
    }

    private static String words(Parameter parameter) {
        if (parameter instanceof Parameter.Formula formula) {
            return formula.expression().text();
        }
        if (parameter instanceof Parameter.Ramp ramp) {
            return "straight between (t, value) = " + points(ramp.times(), ramp.values());
        }
        if (parameter instanceof Parameter.Steps steps) {
            return "constant from each (t, value) = " + points(steps.times(), steps.values());
        }
        return list(((Parameter.ByLabel) parameter).values()) + " by label";
    }

    private static String words(Mark mark) {
        if (mark instanceof Mark.Gaussian gaussian) {
            return "Gaussian, mean " + number(gaussian.mean()) + ", standard deviation "
                    + number(gaussian.standardDeviation());
        }
        if (mark instanceof Mark.Uniform uniform) {
            return "uniform on [" + number(uniform.low()) + ", " + number(uniform.high()) + "]";
        }
        if (mark instanceof Mark.Cauchy cauchy) {
            return "Cauchy, location " + number(cauchy.location()) + ", scale " + number(cauchy.scale());
        }
        if (mark instanceof Mark.Mixture mixture) {
            return "mixture of Gaussians, weights " + list(mixture.weights()) + ", means " + list(mixture.means())
                    + ", standard deviations " + list(mixture.standardDeviations());
        }
        return "dealt out of " + list(((Mark.Samples) mark).values());
    }

    private static String words(Boundary boundary) {
        String interval = "[" + end(boundary.low()) + ", " + end(boundary.high()) + "]";
        if (boundary instanceof Boundary.Periodic) {
            return "on the circle " + interval;
        }
        return (boundary instanceof Boundary.Reflecting ? "reflected within " : "stopped at the ends of ") + interval;
    }

    private static String words(Observable observable) {
        if (observable instanceof Observable.Formula formula) {
            return formula.expression().text();
        }
        return observable instanceof Observable.RunningMinimum least
                ? "least " + least.of() + " so far"
                : "largest " + ((Observable.RunningMaximum) observable).of() + " so far";
    }

    private static String points(List<Double> times, List<Double> values) {
        return IntStream.range(0, Math.min(times.size(), MOST_LISTED))
                        .mapToObj(i -> "(" + number(times.get(i)) + ", " + number(values.get(i)) + ")")
                        .collect(Collectors.joining(", "))
                + (times.size() > MOST_LISTED ? ", \u2026" : "");
    }

    private static String list(List<Double> values) {
        return values.stream().limit(MOST_LISTED).map(EquationText::number).collect(Collectors.joining(", "))
                + (values.size() > MOST_LISTED ? ", \u2026" : "");
    }

    private static String end(double end) {
        return Double.isInfinite(end) ? "none" : number(end);
    }

    private static String number(double value) {
        return Numbers.significant(value, 6);
    }
}
