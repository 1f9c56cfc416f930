package io.github.murmuration.study.sweep;

import io.github.murmuration.study.sweep.Population.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * Quantities under one guidance, each the mean over the seeds and replicas of a combination of the other fields.
 *
 * @param points in the order of the grid
 */
record Averages(List<Point> points) {

    /**
     * @param combination the first of those that differ in their seeds and replicas alone
     * @param quantities with the standard error of the mean over populations; of one population, its own
     * @param failed populations that are left out
     */
    record Point(int combination, List<Quantity> quantities, int failed) {}

    static Averages of(Grid grid, List<Population> populations, List<String> names, String guidance) {
        List<Point> points = grid.groups(Varied::samples).stream()
                .map(group -> point(group, populations, names, guidance))
                .toList();
        return new Averages(points);
    }

    private static Point point(List<Integer> group, List<Population> populations, List<String> names, String guidance) {
        List<Population> whole = group.stream()
                .map(populations::get)
                .filter(population -> population.failure().isEmpty())
                .toList();
        List<Quantity> means = new ArrayList<>();
        for (String name : names) {
            means.add(mean(
                    whole.stream()
                            .map(population -> population.quantity(guidance, name))
                            .toList(),
                    name));
        }
        return new Point(group.get(0), means, group.size() - whole.size());
    }

    private static Quantity mean(List<Quantity> values, String name) {
        int n = values.size();
        if (n == 1) {
            return values.get(0);
        }
        double mean = values.stream().mapToDouble(Quantity::value).sum() / n;
        double squares = values.stream()
                .mapToDouble(quantity -> Math.pow(quantity.value() - mean, 2))
                .sum();
        return new Quantity(name, mean, Math.sqrt(squares / (n - 1) / n));
    }
}
