package io.github.murmuration.study.sweep;

import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.ArrayFormat;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.study.sweep.Population.OfGuidance;
import io.github.murmuration.study.sweep.Population.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What is left of a sweep: a row for every population, and the means over seeds and replicas where these are varied. */
final class SweepReport {

    private final String name;
    private final Grid grid;
    private final List<Scenario> scenarios;
    private final List<Population> populations;

    SweepReport(String name, Grid grid, List<Scenario> scenarios, List<Population> populations) {
        this.name = name;
        this.grid = grid;
        this.scenarios = scenarios;
        this.populations = populations;
    }

    StudyReport report() {
        StudyReport report = new StudyReport(
                name + ": sweep",
                "Where populations end: one for every combination of the values of "
                        + String.join(
                                ", ", grid.fields().stream().map(Varied::field).toList())
                        + ", " + grid.size() + " in all.");
        Map<String, Integer> notes = notes();
        report.put("name", name);
        report.put("study", "sweep");
        report.put("varied", varied());
        report.put(
                "populations",
                IntStream.range(0, grid.size()).mapToObj(this::summary).toList());
        report.put("notes", notes);
        List<String> names = names();
        List<String> guidances = guidances();
        List<Averages> averages = guidances.stream()
                .map(guidance -> Averages.of(grid, populations, names, guidance))
                .toList();
        boolean steered = scenarios.stream().anyMatch(Scenario::steered);
        ArrayFormat format = scenarios.get(0).output().format();
        new SweepTables(grid, steered, guidances, names, populations, averages).addTo(report, notes, format);
        new SweepFigures(grid, guidances, names, averages).addTo(report);
        return report;
    }

    private Map<String, List<String>> varied() {
        Map<String, List<String>> varied = new LinkedHashMap<>();
        grid.fields().forEach(field -> varied.put(field.field(), field.values()));
        return varied;
    }

    private List<String> guidances() {
        return scenarios.stream()
                .flatMap(scenario -> scenario.populations().stream())
                .distinct()
                .toList();
    }

    private List<String> names() {
        return populations.stream()
                .flatMap(population -> population.guidances().stream())
                .flatMap(each -> each.quantities().stream())
                .map(Quantity::name)
                .distinct()
                .toList();
    }

    /** Sentences about populations, with the number of those that each is about. */
    private Map<String, Integer> notes() {
        Map<String, Integer> notes = new TreeMap<>();
        for (Population population : populations) {
            population.notes().forEach(note -> notes.merge(note, 1, Integer::sum));
            if (!population.failure().isEmpty()) {
                notes.merge("failed: " + population.failure(), 1, Integer::sum);
            }
        }
        return notes;
    }

    private Map<String, Object> summary(int c) {
        Map<String, Object> summary = new LinkedHashMap<>(grid.changes(c));
        for (OfGuidance each : populations.get(c).guidances()) {
            Map<String, Object> values = new LinkedHashMap<>();
            each.quantities().forEach(quantity -> {
                values.put(quantity.name(), quantity.value());
                values.put(quantity.name() + "-standard-error", quantity.error());
            });
            summary.put(each.guidance(), values);
        }
        if (!populations.get(c).failure().isEmpty()) {
            summary.put("failure", populations.get(c).failure());
        }
        return summary;
    }
}
