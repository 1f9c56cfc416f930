package io.github.murmuration.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.scenario.ArrayFormat;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioDocument;
import io.github.murmuration.sim.Comparison;
import io.github.murmuration.sim.Estimate;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * {@code summary.json}. JSON has no infinities: an infinite number is the string {@code "infinite"} (or {@code "-infinite"}), a
 * number that does not exist (NaN) is {@code null}.
 */
final class SummaryJson {

    private SummaryJson() {}

    static String text(Findings findings, ScenarioDocument document, Execution execution) {
        try {
            return new ObjectMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(tree(findings, document, execution))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of maps, lists and numbers is JSON", e);
        }
    }

    private static Map<String, Object> tree(Findings findings, ScenarioDocument document, Execution execution) {
        Map<String, Object> tree = run(findings.run());
        tree.put("scenario", document.json());
        findings.run().metExactValues().ifPresent(met -> tree.put("met-exact-values", met));
        tree.put(
                "comparisons",
                findings.run().comparisons().stream()
                        .map(SummaryJson::comparison)
                        .toList());
        Map<String, Object> results = new LinkedHashMap<>();
        Map<String, Object> exact = new LinkedHashMap<>();
        for (GuidanceResult result : findings.guidances()) {
            String name = result.guidance();
            results.put(
                    name, findings.steered() ? simulated(result, findings) : PopulationJson.result(result, findings));
            findings.exact(name).ifPresent(e -> exact.put(name, known(name, e, findings)));
        }
        if (!findings.steered()) {
            exact.put(findings.names().get(0), PopulationJson.known(findings));
        }
        tree.put(
                "snapshots",
                findings.run().snapshots().stream()
                        .map(taken -> snapshot(
                                taken, findings.run().scenario().output().format()))
                        .toList());
        tree.put("results", results);
        tree.put("exact", exact);
        tree.put("notes", findings.run().notes().stream().map(SummaryJson::note).toList());
        tree.put("run", execution.json());
        return tree;
    }

    private static Map<String, Object> run(RunResult run) {
        Scenario scenario = run.scenario();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", scenario.name());
        tree.put("arithmetic", run.arithmetic());
        tree.put("noise", run.noise());
        tree.put("noise-version", run.noiseVersion());
        tree.put("seed", scenario.population().seed());
        scenario.population().replica().ifPresent(replica -> tree.put("replica", replica));
        tree.put("agents", scenario.population().agents());
        tree.put("dimension", scenario.dimension());
        tree.put("steps", scenario.time().steps());
        tree.put(
                "scheme",
                scenario.time().scheme().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return tree;
    }

    private static Map<String, Object> snapshot(Snapshot taken, ArrayFormat format) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", ArrayFiles.name(taken, format));
        if (!taken.population().isEmpty()) {
            tree.put("population", taken.population());
            tree.put("t", taken.t());
        }
        return tree;
    }

    private static Map<String, Object> comparison(Comparison made) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("guidance", made.guidance());
        tree.put("quantity", made.quantity());
        tree.put("simulated", JsonNumber.of(made.simulated()));
        tree.put("exact", JsonNumber.of(made.exact()));
        tree.put("standard-errors", JsonNumber.of(made.standardErrors()));
        tree.put("met", made.met());
        return tree;
    }

    /** The guidance is null where a note concerns the whole run. */
    private static Map<String, Object> note(Note note) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("guidance", note.guidance().isEmpty() ? null : note.guidance());
        tree.put("text", note.text());
        return tree;
    }

    private static Map<String, Object> simulated(GuidanceResult result, Findings findings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("energy", JsonNumber.of(result.energy().value()));
        tree.put("energy-standard-error", JsonNumber.of(result.energy().standardError()));
        tree.put("energy-by-coordinate", JsonNumber.list(result.energyByCoordinate()));
        List<Estimate> components = result.energyByComponent();
        tree.put("energy-by-component", components(components, Estimate::value));
        tree.put("energy-by-component-standard-error", components(components, Estimate::standardError));
        tree.put("terminal-mean", JsonNumber.list(result.terminalMean()));
        tree.put("terminal-variance", JsonNumber.list(result.terminalVariance()));
        tree.put("terminal-covariance", JsonNumber.matrix(result.terminalCovariance()));
        tree.put("mean-deviation-from-line", JsonNumber.of(result.meanDeviationFromLine()));
        Map<String, Double> energies = new LinkedHashMap<>();
        findings.guidances().forEach(g -> energies.put(g.guidance(), g.energy().value()));
        tree.put("saving-versus", savings(result.guidance(), energies));
        return tree;
    }

    private static Map<String, Object> known(String name, ExactResult exact, Findings findings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("energy", JsonNumber.of(exact.energy()));
        tree.put("energy-standard-error", JsonNumber.of(exact.energyStandardError()));
        tree.put("energy-by-coordinate", JsonNumber.list(exact.energyByCoordinate()));
        tree.put("terminal-mean", JsonNumber.list(exact.terminalMean()));
        tree.put("terminal-variance", JsonNumber.list(diagonal(exact.terminalCovariance())));
        tree.put("terminal-covariance", JsonNumber.matrix(exact.terminalCovariance()));
        tree.put("mean-deviation-from-line", JsonNumber.of(exact.meanDeviationFromLine()));
        Map<String, Double> energies = new LinkedHashMap<>();
        for (String other : findings.names()) {
            findings.exact(other).ifPresent(e -> energies.put(other, e.energy()));
        }
        tree.put("saving-versus", savings(name, energies));
        return tree;
    }

    private static Map<String, Object> savings(String name, Map<String, Double> energies) {
        Map<String, Object> savings = new LinkedHashMap<>();
        energies.forEach((other, energy) -> {
            if (!other.equals(name)) {
                savings.put(other, JsonNumber.of(Saving.versus(energies.get(name), energy)));
            }
        });
        return savings;
    }

    private static List<Object> components(List<Estimate> estimates, ToDoubleFunction<Estimate> part) {
        return JsonNumber.list(estimates.stream().mapToDouble(part).toArray());
    }

    private static double[] diagonal(double[][] matrix) {
        double[] diagonal = new double[matrix.length];
        for (int j = 0; j < diagonal.length; j++) {
            diagonal[j] = matrix[j][j];
        }
        return diagonal;
    }
}
