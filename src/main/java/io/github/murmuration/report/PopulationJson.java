package io.github.murmuration.report;

import io.github.murmuration.exact.PopulationValues;
import io.github.murmuration.exact.Stationary;
import io.github.murmuration.sim.Estimate;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.SensitivitySeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The parts of {@code summary.json} that are about a population that is not steered. */
final class PopulationJson {

    private PopulationJson() {}

    /** What was simulated, at the end. */
    static Map<String, Object> result(GuidanceResult result, Findings findings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("terminal-mean", JsonNumber.list(result.terminalMean()));
        tree.put("terminal-variance", JsonNumber.list(result.terminalVariance()));
        tree.put("terminal-covariance", JsonNumber.matrix(result.terminalCovariance()));
        if (findings.written().flatMap(model -> model.cost()).isPresent()) {
            tree.put("cost", JsonNumber.of(result.energy().value()));
            tree.put("cost-standard-error", JsonNumber.of(result.energy().standardError()));
            List<Estimate> components = result.energyByComponent();
            tree.put("cost-by-component", parts(components, Estimate::value));
            tree.put("cost-by-component-standard-error", parts(components, Estimate::standardError));
        }
        result.game().ifPresent(costs -> {
            tree.put("terminal-cost", JsonNumber.of(costs.terminal().value()));
            tree.put(
                    "terminal-cost-standard-error",
                    JsonNumber.of(costs.terminal().standardError()));
            tree.put("total-cost", JsonNumber.of(costs.total().value()));
            tree.put("total-cost-standard-error", JsonNumber.of(costs.total().standardError()));
        });
        Map<String, Object> observed = new LinkedHashMap<>();
        result.observed().forEach((name, values) -> observed.put(name, JsonNumber.of(values[values.length - 1])));
        tree.put("observed", observed);
        if (!result.absorbed().isEmpty()) {
            tree.put("absorbed", result.absorbed());
        }
        Map<String, Object> derivatives = new LinkedHashMap<>();
        Map<String, Object> errors = new LinkedHashMap<>();
        for (SensitivitySeries one : result.sensitivities()) {
            derivatives.put(one.name(), JsonNumber.of(one.last().value()));
            errors.put(one.name(), JsonNumber.of(one.last().standardError()));
        }
        tree.put("sensitivities", derivatives);
        tree.put("sensitivities-standard-error", errors);
        return tree;
    }

    /** What is known, by quantity. */
    static Map<String, Object> known(Findings findings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<WrittenValue> values = WrittenValue.of(findings);
        if (findings.limit().isPresent()) {
            tree.put("limit", byQuantity(values, value -> value.limit().value()));
            tree.put("limit-error", byQuantity(values, value -> value.limit().standardError()));
        }
        if (findings.expected().isPresent()) {
            tree.put("expected", byQuantity(values, value -> value.expected().value()));
            tree.put(
                    "expected-standard-deviation",
                    byQuantity(values, value -> value.expected().standardError()));
        }
        findings.exact().population().flatMap(PopulationValues::row).ifPresent(row -> {
            tree.put("optimal-cost", JsonNumber.of(row.optimalCost()));
            tree.put("optimal-cost-error", JsonNumber.of(row.optimalCostError()));
        });
        Stationary stationary = findings.exact().population().orElseThrow().stationary();
        if (!stationary.values().isEmpty()) {
            tree.put("stationary", byQuantity(values, WrittenValue::stationary));
            tree.putAll(stationary.critical());
        }
        return tree;
    }

    /** Without those that have no value. */
    private static Map<String, Object> byQuantity(List<WrittenValue> values, ToDoubleFunction<WrittenValue> number) {
        Map<String, Object> tree = new LinkedHashMap<>();
        values.stream()
                .filter(value -> !Double.isNaN(number.applyAsDouble(value)))
                .forEach(value -> tree.put(value.quantity(), JsonNumber.of(number.applyAsDouble(value))));
        return tree;
    }

    private static List<Object> parts(List<Estimate> estimates, ToDoubleFunction<Estimate> part) {
        return JsonNumber.list(estimates.stream().mapToDouble(part).toArray());
    }
}
