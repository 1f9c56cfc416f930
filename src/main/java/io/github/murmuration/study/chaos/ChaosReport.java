package io.github.murmuration.study.chaos;

import io.github.murmuration.exact.Stationary;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import java.util.List;
import java.util.Locale;

/** What the study {@code chaos} leaves: see the classes that write its tables. */
final class ChaosReport {

    private final Problem problem;
    private final List<CouplingCase> sizes;
    private final List<CouplingCase> steps;
    private final StudyReport report;

    /**
     * @param sizes cases by number of agents.
     * @param steps cases by number of steps, of one size
     */
    ChaosReport(Problem problem, List<CouplingCase> sizes, List<CouplingCase> steps) {
        this.problem = problem;
        this.sizes = sizes;
        this.steps = steps;
        this.report = new StudyReport(scenario().name(), asked());
    }

    StudyReport report() {
        summary();
        Rates rates = new Rates(report, sizes, scenario().population().seed());
        new CouplingTables(report, rates, problem, sizes).add();
        new LawTables(report, rates, sizes).add();
        if (scenario().steered()) {
            new EnergyTable(report, rates, sizes).add();
        }
        rates.addTable();
        SpreadTable.add(report, steps);
        return report;
    }

    private Scenario scenario() {
        return problem.scenario();
    }

    private String asked() {
        return String.format(
                Locale.ROOT,
                "Populations of %d to %d agents of the model %s, %d replicas each, against copies of the limit of infinitely many agents%s"
                        + " from the same starts on the same noise, over %d steps.",
                sizes.get(0).agents(),
                sizes.get(sizes.size() - 1).agents(),
                scenario().model().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                sizes.get(0).replicas(),
                Coupling.underCommonNoise(problem) ? ", given the noise that all agents share," : "",
                scenario().time().steps());
    }

    private void summary() {
        report.put("name", scenario().name());
        report.put("study", "chaos");
        report.put("seed", scenario().population().seed());
        report.put("steps", scenario().time().steps());
        report.put("replicas", sizes.get(0).replicas());
        Stationary.of(scenario().dynamics()).critical().forEach(report::put);
    }
}
