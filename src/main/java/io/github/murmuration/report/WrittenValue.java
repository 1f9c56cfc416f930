package io.github.murmuration.report;

import io.github.murmuration.exact.LinearMoments;
import io.github.murmuration.exact.PopulationValues;
import io.github.murmuration.laboratory.Row;
import io.github.murmuration.laboratory.StepResidual;
import io.github.murmuration.laboratory.WrittenParticles;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.limit.Series;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.sim.Estimate;
import io.github.murmuration.sim.GameCosts;
import io.github.murmuration.sim.GuidanceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A quantity of a population that is not steered, at the end of the run.
 *
 * @param simulated with a standard error where that is known
 * @param limit of infinitely many agents with an estimate of its error; NaN where there is none
 * @param expected for this many agents, with its standard deviation; NaN where they are not known
 * @param stationary the limit in time of infinitely many agents; NaN where it is not known
 */
record WrittenValue(String quantity, Estimate simulated, Estimate limit, Estimate expected, double stationary) {
    private static final Estimate UNKNOWN = new Estimate(Double.NaN, Double.NaN);

    private WrittenValue(
            String quantity, Estimate simulated, Estimate limit, Estimate expected, PopulationValues known) {
        this(
                quantity,
                simulated,
                limit,
                expected,
                known.stationary().near(quantity, simulated.value()).orElse(Double.NaN));
    }

    static List<WrittenValue> of(Findings findings) {
        CustomModel model = findings.written().orElseThrow();
        PopulationValues known = findings.exact().population().orElseThrow();
        GuidanceResult result = findings.guidances().get(0);
        Optional<LimitLaw> limit = findings.limit();
        Optional<LinearMoments> expected = findings.expected();
        List<WrittenValue> values = new ArrayList<>();
        for (int j = 0; j < model.state().size(); j++) {
            int coordinate = j;
            String name = "(" + model.state().get(j) + ")";
            values.add(new WrittenValue(
                    "mean" + name,
                    plain(result.terminalMean()[j]),
                    last(limit.map(LimitLaw::mean)),
                    expected.map(moments -> new Estimate(
                                    moments.terminalMean()[coordinate],
                                    Math.sqrt(moments.terminalVarianceOfMean()[coordinate])))
                            .orElse(UNKNOWN),
                    known));
            values.add(new WrittenValue(
                    "variance" + name,
                    plain(result.terminalVariance()[j]),
                    last(limit.map(LimitLaw::variance)),
                    expected.map(moments -> plain(moments.terminalSpread()[coordinate]))
                            .orElse(UNKNOWN),
                    known));
        }
        if (model.cost().isPresent()) {
            values.add(new WrittenValue("cost", result.energy(), last(limit.map(LimitLaw::cost)), UNKNOWN, known));
        }
        result.game().ifPresent(costs -> addGame(values, costs, findings));
        result.observed()
                .forEach((name, series) -> values.add(new WrittenValue(
                        name, plain(series[series.length - 1]), last(limitOf(name, findings)), UNKNOWN, known)));
        result.absorbed()
                .forEach((end, share) ->
                        values.add(new WrittenValue(end, plain(share), last(limitOf(end, findings)), UNKNOWN, known)));
        result.sensitivities()
                .forEach(one -> values.add(new WrittenValue(one.name(), one.last(), UNKNOWN, UNKNOWN, Double.NaN)));
        return values;
    }

    private static void addGame(List<WrittenValue> values, GameCosts costs, Findings findings) {
        PopulationValues known = findings.exact().population().orElseThrow();
        Row row = known.row().orElseThrow();
        GuidanceResult result = findings.guidances().get(0);
        double residual = new StepResidual(
                        new WrittenParticles(row, findings.written().orElseThrow()))
                .along(
                        result.paths(),
                        result.moments().times(),
                        findings.run().scenario().time().steps());
        values.add(new WrittenValue("terminal cost", costs.terminal(), UNKNOWN, UNKNOWN, known));
        values.add(new WrittenValue(
                "total cost", costs.total(), new Estimate(row.optimalCost(), row.optimalCostError()), UNKNOWN, known));
        values.add(new WrittenValue("HJB residual", plain(residual), new Estimate(0, 0), UNKNOWN, known));
    }

    /** Values of an observed quantity in the limit of infinitely many agents. */
    static Optional<Series> limitOf(String name, Findings findings) {
        Map<String, Series> observed =
                findings.exact().population().orElseThrow().observed();
        return Optional.ofNullable(observed.get(name));
    }

    private static Estimate plain(double value) {
        return new Estimate(value, Double.NaN);
    }

    private static Estimate last(Optional<Series> series) {
        return series.map(all ->
                        new Estimate(all.values()[all.values().length - 1], all.errors()[all.errors().length - 1]))
                .orElse(UNKNOWN);
    }
}
