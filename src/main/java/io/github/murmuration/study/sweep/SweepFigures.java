package io.github.murmuration.study.sweep;

import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.sweep.Population.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A figure of every quantity against every field that is a number, a curve for each combination of the others. */
final class SweepFigures {

    /** More curves than this cannot be distinguished: of more, so many are drawn, evenly chosen. */
    private static final int MOST_CURVES = 6;

    /** More than this are not drawn. */
    private static final int MOST_QUANTITIES = 6;

    private final Grid grid;
    private final List<String> guidances;
    private final List<String> names;
    private final List<Averages> averages;

    /** @param averages by guidance */
    SweepFigures(Grid grid, List<String> guidances, List<String> names, List<Averages> averages) {
        this.grid = grid;
        this.guidances = guidances;
        this.names = names;
        this.averages = averages;
    }

    void addTo(StudyReport report) {
        for (int f = 0; f < grid.fields().size(); f++) {
            Varied field = grid.fields().get(f);
            boolean shown = field.numeric() && field.values().size() > 1 && !Varied.samples(field.field());
            for (int q = 0; q < names.size() && q < MOST_QUANTITIES && shown; q++) {
                report.add(figure(f, q));
            }
        }
    }

    private StudyFigure figure(int f, int q) {
        String field = grid.fields().get(f).field();
        List<List<Integer>> groups = chosen(grid.groups(other -> other.equals(field) || Varied.samples(other)));
        StudyFigure figure = new StudyFigure(
                ("against-" + field + "-" + names.get(q)).replaceAll("[^A-Za-z0-9-]+", "-"),
                names.get(q) + " against " + field,
                caption(),
                field,
                names.get(q));
        int series = 0;
        for (int g = 0; g < guidances.size(); g++) {
            for (List<Integer> group : groups) {
                add(figure, f, q, g, group, series++);
            }
        }
        return figure;
    }

    private String caption() {
        String samples = grid.samples();
        return "At the end of the run. "
                + (samples.isEmpty()
                        ? "Bars, where errors are known, are two standard errors to each side."
                        : "Points are means over " + samples
                                + ", bars two standard errors of these means to each side.");
    }

    private void add(StudyFigure figure, int f, int q, int g, List<Integer> group, int series) {
        List<double[]> points = new ArrayList<>();
        for (Averages.Point point : averages.get(g).points()) {
            Quantity quantity = point.quantities().get(q);
            if (group.contains(point.combination()) && Double.isFinite(quantity.value())) {
                double x = grid.fields().get(f).number(grid.at(point.combination())[f]);
                points.add(new double[] {x, quantity.value(), 2 * quantity.error()});
            }
        }
        double[] x = column(points, 0);
        double[] y = column(points, 1);
        figure.line("", series, x, y);
        figure.points(label(f, g, group.get(0)), series, x, y);
        figure.bars(series, x, y, column(points, 2));
    }

    private static double[] column(List<double[]> points, int which) {
        return points.stream().mapToDouble(point -> point[which]).toArray();
    }

    /** Values of the other fields. */
    private String label(int f, int g, int combination) {
        List<String> words = new ArrayList<>();
        if (guidances.size() > 1) {
            words.add(guidances.get(g));
        }
        for (int other = 0; other < grid.fields().size(); other++) {
            Varied field = grid.fields().get(other);
            if (other != f && !Varied.samples(field.field())) {
                words.add(field.field() + " " + field.values().get(grid.at(combination)[other]));
            }
        }
        return String.join(", ", words);
    }

    private static List<List<Integer>> chosen(List<List<Integer>> groups) {
        int n = groups.size();
        int shown = Math.min(n, MOST_CURVES);
        return IntStream.range(0, shown)
                .mapToObj(i -> groups.get(shown == 1 ? 0 : i * (n - 1) / (shown - 1)))
                .toList();
    }
}
