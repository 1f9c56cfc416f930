package io.github.murmuration.study.sweep;

import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.sim.Estimate;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of one population.
 *
 * @param guidances by guidance
 * @param notes what a reader of its numbers should know
 * @param failure why it has no numbers; empty where it has
 */
record Population(List<OfGuidance> guidances, List<String> notes, String failure) {

    /** @param quantities at the end, in the order of every population of a scenario */
    record OfGuidance(String guidance, List<Quantity> quantities) {}

    /** @param error standard error; NaN where it is not known */
    record Quantity(String name, double value, double error) {}

    static Population failed(String failure) {
        return new Population(List.of(), List.of(), failure);
    }

    /** @param written the model, where it is written down */
    static Population of(RunResult run, Optional<CustomModel> written) {
        return new Population(
                run.guidances().stream()
                        .map(result -> new OfGuidance(result.guidance(), quantities(result, written)))
                        .toList(),
                run.notes().stream().map(Note::sentence).toList(),
                "");
    }

    /** NaN where it has none. */
    Quantity quantity(String guidance, String name) {
        return guidances.stream()
                .filter(each -> each.guidance().equals(guidance))
                .flatMap(each -> each.quantities().stream())
                .filter(quantity -> quantity.name().equals(name))
                .findFirst()
                .orElse(new Quantity(name, Double.NaN, Double.NaN));
    }

    private static List<Quantity> quantities(GuidanceResult result, Optional<CustomModel> written) {
        List<Quantity> quantities = new ArrayList<>();
        if (written.isEmpty()) {
            quantities.add(quantity("energy", result.energy()));
        } else if (written.get().cost().isPresent()) {
            quantities.add(quantity("cost", result.energy()));
        }
        for (int j = 0; j < result.terminalMean().length; j++) {
            int coordinate = j;
            String name = written.map(model -> model.state().get(coordinate)).orElse("x_" + j);
            if (!onCircle(written, name)) {
                quantities.add(new Quantity("mean(" + name + ")", result.terminalMean()[j], Double.NaN));
            }
            quantities.add(new Quantity("variance(" + name + ")", result.terminalVariance()[j], Double.NaN));
        }
        result.observed()
                .forEach((name, series) -> quantities.add(new Quantity(name, series[series.length - 1], Double.NaN)));
        result.absorbed().forEach((end, share) -> quantities.add(new Quantity(end, share, Double.NaN)));
        result.sensitivities().forEach(one -> quantities.add(quantity(one.name(), one.last())));
        return quantities;
    }

    /** Means on a circle have no mean over seeds. */
    private static boolean onCircle(Optional<CustomModel> written, String coordinate) {
        return written.map(model -> model.boundary().get(coordinate))
                .filter(Boundary.Periodic.class::isInstance)
                .isPresent();
    }

    private static Quantity quantity(String name, Estimate estimate) {
        return new Quantity(name, estimate.value(), estimate.standardError());
    }
}
