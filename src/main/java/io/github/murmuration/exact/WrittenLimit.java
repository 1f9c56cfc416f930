package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.limit.Atoms;
import io.github.murmuration.limit.Boundary;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.limit.Series;
import io.github.murmuration.model.ItoEquations;
import io.github.murmuration.model.Living;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Mark;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The law of infinitely many agents, or why there is none to be had. */
final class WrittenLimit {
    private static final int MOST_VALUES = 64;

    /** Points of the mark without noise, over those with noise, from a start that is one point and from one that is many. */
    private static final int POINT_DENSITY = 12;

    private static final int SPREAD_DENSITY = 3;

    private final CustomModel model;
    private final Scenario scenario;
    private final GaussianMixture start;
    private final ItoEquations equations;

    /**
     * @param observed by name.
     * @param obstacle why there is no law; empty where there is one
     */
    record Found(Optional<LimitLaw> law, Map<String, Series> observed, String obstacle) {
        static Found nothing(String obstacle) {
            return new Found(Optional.empty(), Map.of(), obstacle);
        }
    }

    static Found of(CustomModel model, Scenario scenario, GaussianMixture start) {
        return new WrittenLimit(model, scenario, start).found();
    }

    private WrittenLimit(CustomModel model, Scenario scenario, GaussianMixture start) {
        this.model = model;
        this.scenario = scenario;
        this.start = start;
        this.equations = ItoEquations.of(model);
    }

    private Found found() {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return Found.nothing(obstacle.get());
        }
        try {
            WrittenEquation equation = new WrittenEquation(equations);
            LimitLaw law = law(equation);
            return new Found(Optional.of(law), observed(equation, law), "");
        } catch (ArithmeticException e) {
            return Found.nothing(e.getMessage());
        }
    }

    private LimitLaw law(WrittenEquation equation) {
        if (model.marks().isEmpty()) {
            return law(equation, Atoms.point(0), RecordedTimes.MANY);
        }
        boolean noisy = !equations.noise().get(model.state().get(0)).isEmpty();
        int density = noisy ? 1 : start.singular() ? POINT_DENSITY : SPREAD_DENSITY;
        MarkAtoms marks = new MarkAtoms(mark(), density);
        Atoms fine = marks.fine();
        if (fine.points().length == 1) {
            return law(equation, fine, RecordedTimes.MANY);
        }
        LimitLaw law = law(equation, fine, RecordedTimes.FEW);
        return law.against(law(equation, marks.coarse(), RecordedTimes.FEW));
    }

    private LimitLaw law(WrittenEquation equation, Atoms marks, int times) {
        return LimitLaw.of(equation, start, marks, boundary(), model.horizon(), RecordedTimes.of(model, times));
    }

    private Optional<String> obstacle() {
        String name = model.state().get(0);
        if (!model.pairs().isEmpty()) {
            return Optional.of("it is computed for models without pairs");
        }
        if (model.state().size() > 1) {
            return Optional.of("it is computed for models of one coordinate");
        }
        if (!equations.commonNoise().get(name).isEmpty()) {
            return Optional.of("with noise that all agents share it is not one law");
        }
        if (model.marks().size() > 1) {
            return Optional.of("it is computed for models of at most one mark");
        }
        if (start.components() > 1 && (equations.reads("label") || readsLabels())) {
            return Optional.of("agents differ by label");
        }
        if (absorbing() && equations.noise().get(name).isEmpty()) {
            return Optional.of("agents without noise stop at a boundary");
        }
        if (scenario.time().scheme() == Scheme.HEUN
                && equations.noise().get(name).values().stream()
                        .anyMatch(s -> s.names().contains(name))) {
            return Optional.of("heun takes the noise in the sense of Stratonovich, and the law in that of Ito");
        }
        return model.marks().isEmpty() || !(mark() instanceof Mark.Samples samples)
                ? Optional.empty()
                : obstacle(samples);
    }

    private Optional<String> obstacle(Mark.Samples marks) {
        long values = marks.values().stream().distinct().count();
        if (values > MOST_VALUES) {
            return Optional.of("marks have more than " + MOST_VALUES + " values");
        }
        boolean together = scenario.initial() instanceof Law.Samples rows && rows.rows().length > 1 && values > 1;
        return together ? Optional.of("marks go with the rows of the start") : Optional.empty();
    }

    private boolean readsLabels() {
        return equations.parts().stream()
                .flatMap(part -> part.averages().stream())
                .anyMatch(average -> average.label() > 0);
    }

    private Mark mark() {
        return model.marks().values().iterator().next();
    }

    private Boundary boundary() {
        io.github.murmuration.scenario.Boundary boundary =
                model.boundary().get(model.state().get(0));
        if (boundary == null) {
            return Boundary.NONE;
        }
        if (absorbing()) {
            return Boundary.absorbing(boundary.low(), boundary.high());
        }
        return boundary instanceof io.github.murmuration.scenario.Boundary.Periodic
                ? Boundary.periodic(boundary.low(), boundary.high())
                : Boundary.reflecting(boundary.low(), boundary.high());
    }

    private boolean absorbing() {
        return model.boundary().get(model.state().get(0)) instanceof io.github.murmuration.scenario.Boundary.Absorbing;
    }

    /** Formulas without averages by label, which are not those of everyone. */
    private Map<String, Series> observed(WrittenEquation equation, LimitLaw law) {
        Map<String, Series> observed = new LinkedHashMap<>();
        equations.observed().forEach((name, formula) -> {
            if (start.components() == 1 || formula.averages().stream().allMatch(average -> average.label() == 0)) {
                observed.put(name, series(equation, law, formula));
            }
        });
        for (Living.End end : Living.ends(model)) {
            observed.put(Living.NAME, law.living());
            observed.put(end.text(), end.low() ? law.atLow() : law.atHigh());
        }
        return observed;
    }

    /** The errors are what those of the means make of the value. */
    private static Series series(WrittenEquation equation, LimitLaw law, Expression formula) {
        List<Series> known =
                Stream.concat(law.means().stream(), Stream.of(law.living())).toList();
        int times = law.times().length;
        double[] values = new double[times];
        double[] errors = new double[times];
        for (int r = 0; r < times; r++) {
            double[] means = at(known, r);
            values[r] = equation.observed(formula, law.times()[r], means);
            for (int f = 0; f < means.length; f++) {
                double[] off = means.clone();
                off[f] += known.get(f).errors()[r];
                errors[r] += Math.abs(equation.observed(formula, law.times()[r], off) - values[r]);
            }
        }
        return new Series(values, errors);
    }

    private static double[] at(List<Series> means, int r) {
        return means.stream().mapToDouble(mean -> mean.values()[r]).toArray();
    }
}
