package io.github.murmuration.study.step;

import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.Bootstrap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Differences between successive numbers of steps, of agents and of values, against the smaller number.
 * @param steps [level]
 */
record StepFigures(double[] steps, List<StrongError> strong, List<WeakError> weak) {

    void addTo(StudyReport report) {
        StudyFigure paths = figure(
                "strong",
                "Distance of agents from where twice the steps bring them",
                strong.stream().map(StrongError::successive).toList(),
                "distance (units of the state)");
        for (int j = 0; j < strong.size(); j++) {
            draw(
                    paths,
                    strong.get(j).coordinate(),
                    j,
                    strong.get(j).successive(),
                    strong.get(j).order());
        }
        report.add(paths);
        StudyFigure values = figure(
                "weak",
                "Change of values by twice the steps",
                weak.stream().map(WeakError::differences).toList(),
                "magnitude of the change");
        for (int q = 0; q < weak.size(); q++) {
            draw(
                    values,
                    weak.get(q).quantity(),
                    q,
                    weak.get(q).differences(),
                    weak.get(q).order());
        }
        report.add(values);
    }

    private static StudyFigure figure(String name, String title, List<List<Bootstrap>> shown, String upwards) {
        double least = shown.stream()
                .flatMap(List::stream)
                .filter(Order::told)
                .mapToDouble(value -> Math.abs(value.value()))
                .min()
                .orElse(1);
        return new StudyFigure(
                        name,
                        title,
                        title
                                + ", on the same noise, against the number of steps, where it differs significantly from 0; dashed: fitted orders.",
                        "steps",
                        upwards)
                .logarithmic(least);
    }

    private void draw(StudyFigure figure, String label, int series, List<Bootstrap> values, Optional<Order> order) {
        int[] told = IntStream.range(0, values.size())
                .filter(l -> Order.told(values.get(l)))
                .toArray();
        if (told.length == 0) {
            return;
        }
        double[] n = Arrays.stream(told).mapToDouble(l -> steps[l]).toArray();
        double[] sizes = Arrays.stream(told)
                .mapToDouble(l -> Math.abs(values.get(l).value()))
                .toArray();
        figure.points(label, series, n, sizes);
        int last = told.length - 1;
        order.ifPresent(fitted -> figure.dashed(
                "",
                series,
                n,
                Arrays.stream(n)
                        .map(x -> sizes[last] * Math.pow(n[last] / x, fitted.value()))
                        .toArray()));
    }
}
