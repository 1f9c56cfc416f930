package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.CustomModelBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A game of independent Gaussian coordinates.
 * @param all [d]
 */
record Coordinates(List<? extends Coordinate> all, double horizon, double discount) implements Row {

    /** What coordinates are called in written models: x, y and z. */
    static List<String> names(int d) {
        return List.of("x", "y", "z").subList(0, d);
    }

    @Override
    public CustomModel particles() {
        List<String> names = names(all.size());
        CustomModelBuilder model =
                CustomModel.builder().state(names.toArray(String[]::new)).horizon(horizon);
        List<String> costs = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            costs.add(all.get(j).write(model, names.get(j)));
        }
        return model.cost(String.join(" + ", costs)).build();
    }

    @Override
    public double optimalCost() {
        return all.stream().mapToDouble(Coordinate::optimalCost).sum();
    }

    @Override
    public Optional<GaussianMixture> law(double t) {
        double[] mean = each(coordinate -> coordinate.mean(t));
        double[] variance = each(coordinate -> coordinate.variance(t));
        return Optional.of(
                new GaussianMixture(new double[] {1}, new double[][] {mean}, new double[][] {variance}, null));
    }

    @Override
    public double terminalCost(double[] x) {
        return sum(j -> all.get(j).terminalCost(x[j]));
    }

    @Override
    public double value(double[] x, double t) {
        return sum(j -> all.get(j).value(x[j], t));
    }

    @Override
    public double variation(double[] x, double t) {
        return sum(j -> all.get(j).variation(x[j], t));
    }

    private double[] each(ToDoubleFunction<Coordinate> value) {
        return all.stream().mapToDouble(value).toArray();
    }

    private double sum(IntToDoubleFunction part) {
        return IntStream.range(0, all.size()).mapToDouble(part).sum();
    }
}
