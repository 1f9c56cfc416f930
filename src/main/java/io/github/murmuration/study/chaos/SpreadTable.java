package io.github.murmuration.study.chaos;

import io.github.murmuration.report.StudyReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spread of the difference over the agents of one population, against the number of steps. */
final class SpreadTable {

    private SpreadTable() {}

    static void add(StudyReport report, List<CouplingCase> cases) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("steps", "N", "sup RMS", "spread", "share"));
        List<Map<String, Object>> values = new ArrayList<>();
        for (CouplingCase each : cases) {
            double supremum = CouplingTables.supremum(each, CouplingTables.all(each));
            double spread = spread(each);
            rows.add(List.of(
                    each.steps(),
                    each.agents(),
                    Rates.text(supremum, 4),
                    Rates.text(spread, 4),
                    Rates.text(spread / supremum, 4)));
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("steps", each.steps());
            value.put("sup-rms", supremum);
            value.put("spread", spread);
            values.add(value);
        }
        report.put("spread", values);
        report.add(
                new StudyReport.Table(
                        "spread",
                        "Spread of the difference over the agents of one population",
                        rows,
                        "sup over time of its standard deviation over agents, root mean square over replicas; share: of sup RMS."));
    }

    private static double spread(CouplingCase each) {
        double most = 0;
        for (int look = 0; look < each.times().length; look++) {
            int[] all = CouplingTables.all(each);
            most = Math.max(
                    most, CouplingCase.mean(each.square()[look], all) - CouplingCase.mean(each.common()[look], all));
        }
        return Math.sqrt(Math.max(0, most));
    }
}
