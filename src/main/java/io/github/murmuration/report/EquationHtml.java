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

/** The equations of a model, one a line of HTML: expressions as formulas, and the rest in words. */
final class EquationHtml {

    private static final int MOST_LISTED = 10;
    private static final String INTEGRAL = MathMl.operator("\u222b");

    private final CustomModel model;
    private final List<String> lines = new ArrayList<>();

    private EquationHtml(CustomModel model) {
        this.model = model;
    }

    static List<String> lines(CustomModel model) {
        EquationHtml html = new EquationHtml(model);
        model.state().forEach(html::equation);
        model.cost().ifPresent(cost -> html.add("cost", INTEGRAL, MathMl.factor(cost), differential("t")));
        model.means().forEach((name, mean) -> html.add(name, MathMl.mean(mean)));
        model.pairs()
                .forEach((name, value) -> html.lines.add(equal(name, MathMl.mean(value)) + ", the mean over "
                        + Escaped.html(words(model.partners())) + " (a prime marks the other agent)"));
        model.parameters().forEach(html::parameter);
        model.marks().forEach((name, mark) -> html.words(name, "~ " + words(mark)));
        model.boundary().forEach((name, boundary) -> html.words(name, words(boundary)));
        model.observe().forEach(html::observable);
        return html.lines;
    }

    private void add(String name, String... parts) {
        lines.add(equal(name, parts));
    }

    private void words(String name, String text) {
        lines.add(MathMl.formula(MathMl.name(name)) + " " + Escaped.html(text));
    }

    private static String equal(String name, String... parts) {
        return MathMl.formula(MathMl.name(name), MathMl.operator("="), String.join("", parts));
    }

    /** dx = b dt + s dW_x, in which a source of the whole population has an upper 0. */
    private void equation(String name) {
        List<String> terms = new ArrayList<>();
        Expression drift = model.drift().get(name);
        if (drift != null) {
            terms.add(MathMl.factor(drift) + differential("t"));
        }
        model.noise()
                .getOrDefault(name, Map.of())
                .forEach((source, amplitude) -> terms.add(
                        MathMl.factor(amplitude) + increment("<msub><mi>W</mi>" + MathMl.name(source) + "</msub>")));
        model.commonNoise()
                .getOrDefault(name, Map.of())
                .forEach((source, amplitude) -> terms.add(MathMl.factor(amplitude)
                        + increment("<msubsup><mi>W</mi>" + MathMl.name(source) + "<mn>0</mn></msubsup>")));
        String right = terms.isEmpty() ? "<mn>0</mn>" : String.join(MathMl.operator("+"), terms);
        lines.add(MathMl.formula(differential(name), MathMl.operator("="), right));
    }

    private static String differential(String name) {
        return increment(MathMl.name(name));
    }

    private static String increment(String of) {
        return "<mspace width=\"0.17em\"></mspace><mrow><mi mathvariant=\"normal\">d</mi>" + of + "</mrow>";
    }

    private void parameter(String name, Parameter parameter) {
        if (parameter instanceof Parameter.Formula formula) {
            add(name, MathMl.of(formula.expression()));
        } else {
            words(name, "= " + words(parameter));
        }
    }

    private void observable(String name, Observable observable) {
        if (observable instanceof Observable.Formula formula) {
            add(name, MathMl.of(formula.expression()));
        } else {
            words(name, "= " + words(observable));
        }
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
        return "taken in turn from " + list(((Mark.Samples) mark).values());
    }

    private static String words(Boundary boundary) {
        String interval = "[" + end(boundary.low()) + ", " + end(boundary.high()) + "]";
        if (boundary instanceof Boundary.Periodic) {
            return "on the circle " + interval;
        }
        return (boundary instanceof Boundary.Reflecting ? "reflected within " : "stopped at the ends of ") + interval;
    }

    private static String words(Observable observable) {
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
        return values.stream().limit(MOST_LISTED).map(EquationHtml::number).collect(Collectors.joining(", "))
                + (values.size() > MOST_LISTED ? ", \u2026" : "");
    }

    private static String end(double end) {
        return Double.isInfinite(end) ? "none" : number(end);
    }

    private static String number(double value) {
        return Numbers.significant(value, 6);
    }
}
