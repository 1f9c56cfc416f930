package io.github.murmuration.study.chaos;

import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.Bootstrap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Control energy of populations below that of their copies, pair by pair. */
record EnergyTable(StudyReport report, Rates rates, List<CouplingCase> sizes) {

    void add() {
        List<Bootstrap> below = rates.of((each, drawn) ->
                CouplingCase.mean(each.energyOfCopies(), drawn) - CouplingCase.mean(each.energy(), drawn));
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("N", "energy", "of copies", "below", "low", "high", "below x N", "std. error"));
        List<Map<String, Object>> values = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            CouplingCase each = sizes.get(i);
            List<Object> row = new ArrayList<>(List.of(
                    each.agents(),
                    Rates.text(CouplingCase.mean(each.energy(), CouplingTables.all(each)), 6),
                    Rates.text(CouplingCase.mean(each.energyOfCopies(), CouplingTables.all(each)), 6)));
            row.addAll(Rates.cells(below.get(i)));
            row.add(Rates.text(below.get(i).value() * each.agents(), 4));
            row.add(Rates.text(below.get(i).error() * each.agents(), 2));
            rows.add(row);
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("agents", each.agents());
            value.put("below", below.get(i).value());
            value.put("standard-error", below.get(i).error());
            values.add(value);
        }
        report.put("energy", values);
        report.add(new StudyReport.Table(
                "energy",
                "Control energy of an agent, and how far it is below that of the copies",
                rows,
                "Paired over the same starts and noise; low, high: 95 % bootstrap interval of the difference."));
        rates.fit("energy below the limit", below);
    }
}
