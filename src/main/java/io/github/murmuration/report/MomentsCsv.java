package io.github.murmuration.report;

import io.github.murmuration.file.LongText;
import io.github.murmuration.model.Living;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MomentSeries;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * {@code moments.csv} and, of the initial sub-populations, {@code component-moments.csv}. Full precision; NaN where there is no value. The
 * first column is {@code guidance} where agents are steered.
 */
final class MomentsCsv {

    private MomentsCsv() {}

    /** Header {@code guidance,t,mean_0..,variance_0..,power_0..} and so on, see {@link MomentTable}. */
    static LongText population(Findings findings) {
        return text(findings.run().scenario(), MomentTable.of(findings));
    }

    /**
     * What was simulated alone.
     *
     * @param moments by population
     */
    static LongText population(Scenario scenario, Map<String, MomentSeries> moments) {
        return text(
                scenario,
                moments.entrySet().stream()
                        .map(each -> MomentTable.of(each.getKey(), each.getValue(), scenario.steered()))
                        .toList());
    }

    /** Header {@code guidance,component,t,mean_0..,variance_0..,power_0..}, and {@code living} where ends absorb; components count from 0. */
    static LongText components(Findings findings) {
        return csv -> {
            boolean first = true;
            for (GuidanceResult result : findings.guidances()) {
                for (int k = 0; k < result.componentMoments().size(); k++) {
                    MomentTable table = component(
                            findings,
                            result.guidance(),
                            result.componentMoments().get(k));
                    if (first) {
                        header(csv, findings.run().scenario(), "component,", table);
                        first = false;
                    }
                    rows(csv, findings.run().scenario(), k + ",", table);
                }
            }
        };
    }

    private static MomentTable component(Findings findings, String population, MomentSeries moments) {
        MomentTable table = MomentTable.of(population, moments, findings.steered());
        if (findings.absorbs()) {
            table.series().put(Living.NAME, moments.living());
        }
        return table;
    }

    private static LongText text(Scenario scenario, List<MomentTable> tables) {
        return csv -> {
            header(csv, scenario, "", tables.get(0));
            for (MomentTable table : tables) {
                rows(csv, scenario, "", table);
            }
        };
    }

    private static void header(Appendable csv, Scenario scenario, String component, MomentTable table)
            throws IOException {
        StringJoiner header = new StringJoiner(",", (scenario.steered() ? "guidance," : "") + component, "\n").add("t");
        table.moments()
                .keySet()
                .forEach(moment -> scenario.coordinates()
                        .forEach(coordinate -> header.add(MomentTable.column(moment, coordinate))));
        table.series().keySet().forEach(header::add);
        csv.append(header.toString());
    }

    private static void rows(Appendable csv, Scenario scenario, String component, MomentTable table)
            throws IOException {
        String label = (scenario.steered() ? table.population() + "," : "") + component;
        for (int i = 0; i < table.times().length; i++) {
            csv.append(label + table.times()[i]);
            for (double[][] moment : table.moments().values()) {
                for (double value : moment[i]) {
                    csv.append("," + value);
                }
            }
            for (double[] series : table.series().values()) {
                csv.append("," + series[i]);
            }
            csv.append('\n');
        }
    }
}
