package io.github.murmuration.study.redistribution;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Tables and figures of the study {@code redistribution}.
 * @param base guidance that the others are compared with
 */
record RedistributionReport(Scenario scenario, int base, long agents, List<Replica> replicas) {

    private static final int ALL = -1;

    StudyReport report() {
        StudyReport report = new StudyReport(
                scenario.name() + ": redistribution",
                "Control energy of each initial sub-population and each coordinate (zone) under " + name(base)
                        + " guidance against the others, in " + replicas.size() + " populations of " + text(agents, 8)
                        + " agents; differences are within populations, on the same starts and noise.");
        report.put("name", scenario.name());
        report.put("study", "redistribution");
        report.put("seed", scenario.population().seed());
        report.put("agents", agents);
        report.put("replicas", replicas.size());
        report.put("compared-with", name(base));
        report.put("totals", values(ALL, ALL));
        report.add(table("totals", "Energy of an agent", new int[] {ALL}, new int[] {ALL}));
        if (labels() > 1) {
            report.put(
                    "components",
                    IntStream.range(0, labels()).mapToObj(l -> values(l, ALL)).toList());
            report.add(table("components", "By initial sub-population", range(labels()), new int[] {ALL}));
            report.add(figure("components", "sub-population", labels(), l -> new int[] {l, ALL}));
        }
        if (coordinates() > 1) {
            report.put(
                    "zones",
                    IntStream.range(0, coordinates())
                            .mapToObj(j -> values(ALL, j))
                            .toList());
            report.add(table("zones", "By coordinate (zone)", new int[] {ALL}, range(coordinates())));
            report.add(figure("zones", "coordinate", coordinates(), j -> new int[] {ALL, j}));
        }
        if (coordinates() > 1 && labels() > 1) {
            report.addData(table("map", "By sub-population and coordinate", range(labels()), range(coordinates())));
            others().forEach(g -> report.add(savings(g)));
        }
        return report;
    }

    private StudyReport.Table table(String name, String title, int[] labels, int[] coordinates) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "guidance",
                "sub-population",
                "coordinate",
                "energy",
                "std. error",
                "share %",
                "minus " + name(base),
                "std. error",
                "saving %",
                "std. error",
                "share gained %",
                "std. error"));
        for (int label : labels) {
            for (int j : coordinates) {
                IntStream.range(0, guidances()).forEach(g -> rows.add(row(g, label, j)));
            }
        }
        return new StudyReport.Table(
                name,
                title,
                rows,
                "Energy per agent of the sub-population. Saving: by " + name(base)
                        + " against the guidance of the row. Share gained: of the population's energy, under "
                        + name(base)
                        + " minus under the guidance of the row.");
    }

    private List<Object> row(int g, int label, int j) {
        Paired energy = energy(g, label, j);
        Paired share = Paired.of(replicas, r -> 100 * share(r, g, label, j));
        List<Object> row = new ArrayList<>(List.of(
                name(g),
                called(label),
                called(j),
                text(energy.value(), 6),
                text(energy.error(), 2),
                text(share.value(), 4)));
        if (g == base) {
            row.addAll(Collections.nCopies(6, text(Double.NaN, 1)));
            return row;
        }
        Paired more = Paired.of(replicas, r -> of(r, g, label, j) - of(r, base, label, j));
        Paired saving = saving(g, label, j);
        Paired gained = Paired.of(replicas, r -> 100 * (share(r, base, label, j) - share(r, g, label, j)));
        row.addAll(List.of(
                text(more.value(), 5),
                text(more.error(), 2),
                text(saving.value(), 4),
                text(saving.error(), 2),
                text(gained.value(), 4),
                text(gained.error(), 2)));
        return row;
    }

    private Map<String, Object> values(int label, int j) {
        Map<String, Object> values = ordered("sub-population", called(label), "coordinate", called(j));
        for (int g = 0; g < guidances(); g++) {
            Paired energy = energy(g, label, j);
            Map<String, Object> of = ordered("energy", energy.value(), "standard-error", energy.error());
            if (g != base) {
                Paired saving = saving(g, label, j);
                of.put("saving-percent", saving.value());
                of.put("saving-standard-error", saving.error());
            }
            values.put(name(g), of);
        }
        return values;
    }

    private StudyFigure figure(String name, String axis, int count, IntFunction<int[]> place) {
        StudyFigure figure = new StudyFigure(
                        name,
                        "Energy by " + axis,
                        "Control energy per agent of each " + axis + " under each guidance.",
                        axis,
                        "energy (state squared per time)")
                .fromZero();
        double[] x = IntStream.range(0, count).asDoubleStream().toArray();
        for (int g = 0; g < guidances(); g++) {
            int guidance = g;
            double[] y = IntStream.range(0, count)
                    .mapToDouble(i -> energy(guidance, place.apply(i)[0], place.apply(i)[1])
                            .value())
                    .toArray();
            figure.points(name(g), g, x, y).line("", g, x, y);
        }
        return figure;
    }

    private StudyFigure savings(int g) {
        StudyFigure figure = new StudyFigure(
                "saving-versus-" + name(g),
                "Who saves: " + name(base) + " against " + name(g),
                "Share of the control energy that " + name(base) + " saves against " + name(g)
                        + ", by coordinate, for each initial sub-population.",
                "coordinate",
                "saving (%)");
        double[] x = IntStream.range(0, coordinates()).asDoubleStream().toArray();
        for (int l = 0; l < labels(); l++) {
            int label = l;
            double[] y = IntStream.range(0, coordinates())
                    .mapToDouble(j -> saving(g, label, j).value())
                    .toArray();
            figure.points("sub-population " + l, l, x, y).line("", l, x, y);
        }
        return figure;
    }

    private Paired energy(int g, int label, int j) {
        return Paired.of(replicas, r -> of(r, g, label, j));
    }

    private Paired saving(int g, int label, int j) {
        return Paired.of(replicas, r -> 100 * (1 - of(r, base, label, j) / of(r, g, label, j)));
    }

    /** Energy per agent of a sub-population. */
    private double of(Replica replica, int g, int label, int j) {
        if (label == ALL) {
            return replica.ofPopulation(g, ALL, j);
        }
        return j != ALL
                ? replica.perAgent(g, label, j)
                : IntStream.range(0, coordinates())
                        .mapToDouble(i -> replica.perAgent(g, label, i))
                        .sum();
    }

    private double share(Replica replica, int g, int label, int j) {
        return replica.ofPopulation(g, label, j) / replica.ofPopulation(g, ALL, ALL);
    }

    private List<Integer> others() {
        return IntStream.range(0, guidances()).filter(g -> g != base).boxed().toList();
    }

    private String name(int g) {
        return scenario.guidance().get(g).name();
    }

    private static String called(int index) {
        return index == ALL ? "all" : Integer.toString(index);
    }

    private static int[] range(int count) {
        return IntStream.range(0, count).toArray();
    }

    private int guidances() {
        return scenario.guidance().size();
    }

    private int labels() {
        return replicas.get(0).counts().length;
    }

    private int coordinates() {
        return scenario.dimension();
    }
}
