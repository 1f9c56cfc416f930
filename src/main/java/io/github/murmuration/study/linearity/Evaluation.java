package io.github.murmuration.study.linearity;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.study.Bootstrap;
import io.github.murmuration.study.PowerLaw;
import io.github.murmuration.study.SimultaneousBand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * From departures to findings.
 *
 * @param sizes N, increasing
 * @param stepCounts increasing, the scenario's own last
 * @param bySize departures under each guidance, for each size at the scenario's own step
 * @param bySteps the same for each count of steps, at the largest size
 * @param references for each count of steps
 */
record Evaluation(
        Scenario scenario,
        long[] sizes,
        int[] stepCounts,
        List<Deviations[]> bySize,
        List<Deviations[]> bySteps,
        List<Reference> references) {

    /** What was found about guidance g. */
    Finding finding(int g, Crew<?> crew) {
        double[][] exact = after(references.get(references.size() - 1).exact()[g]);
        double[][] none = new double[exact.length][exact[0].length];
        List<Deviations> populations = bySize.stream().map(each -> each[g]).toList();
        Bootstrap[] fromReference = largest(populations, none);
        Bootstrap[] fromExact = largest(populations, exact);
        long seed = scenario.population().seed();
        return new Finding(
                scenario.guidance().get(g).name(),
                Deviations.flat(exact),
                populations.stream().map(each -> each.band(scale(), seed, crew)).toArray(SimultaneousBand[]::new),
                fromReference,
                fromExact,
                law(fromReference),
                law(fromExact),
                manyAgents(populations),
                shortSteps(g));
    }

    private Bootstrap[] largest(List<Deviations> populations, double[][] from) {
        long seed = scenario.population().seed();
        return IntStream.range(0, sizes.length)
                .mapToObj(i -> populations.get(i).largest(from, Seeds.of(seed, sizes[i], 2)))
                .toArray(Bootstrap[]::new);
    }

    private Optional<PowerLaw> law(Bootstrap[] values) {
        double[] agents = Arrays.stream(sizes).asDoubleStream().toArray();
        return agents.length < 2 ? Optional.empty() : Optional.of(PowerLaw.of(agents, List.of(values)));
    }

    private Optional<Extrapolated> manyAgents(List<Deviations> populations) {
        double[] inverse = Arrays.stream(sizes).mapToDouble(n -> 1.0 / n).toArray();
        List<SimultaneousBand> estimates = populations.stream()
                .map(each -> each.withoutStarts().points(scale()))
                .toList();
        return inverse.length < 2 ? Optional.empty() : Optional.of(Extrapolated.of(inverse, estimates));
    }

    /** Exact means differ a little between grids because their looks do; what is left when they are taken off is of the order dt. */
    private Optional<Extrapolated> shortSteps(int g) {
        List<SimultaneousBand> estimates = new ArrayList<>();
        for (int i = 0; i < stepCounts.length; i++) {
            SimultaneousBand points = bySteps.get(i)[g].withoutStarts().points(scale());
            double[] exact = Deviations.flat(after(references.get(i).exact()[g]));
            double[] rest = new double[exact.length];
            Arrays.setAll(rest, p -> points.mean()[p] - exact[p]);
            estimates.add(new SimultaneousBand(rest, points.error(), Double.NaN));
        }
        double[] steps = Arrays.stream(stepCounts).mapToDouble(n -> 1.0 / n).toArray();
        return stepCounts.length < 2 ? Optional.empty() : Optional.of(Extrapolated.richardson(steps, estimates));
    }

    /** Of the states that means are taken of. */
    private double scale() {
        return 1
                + Arrays.stream(references.get(0).mean()[0])
                        .map(Math::abs)
                        .max()
                        .orElseThrow();
    }

    /** All looks but that at t = 0. */
    private static double[][] after(double[][] curve) {
        return Arrays.copyOfRange(curve, 1, curve.length);
    }
}
