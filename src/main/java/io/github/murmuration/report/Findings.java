package io.github.murmuration.report;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.scenario.Model;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MomentSeries;
import io.github.murmuration.sim.RunResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run beside what is known exactly about it.
 *
 * @param exactByName exact values by name of guidance; a guidance without any is absent
 * @param target the law at t = 1
 * @param initialMean E X_0 [d]
 * @param targetMean E X_1 [d]
 */
record Findings(
        RunResult run,
        Map<String, ExactResult> exactByName,
        GaussianMixture target,
        double[] initialMean,
        double[] targetMean) {

    static Findings of(RunResult run, Map<String, ExactResult> exactByName) {
        GaussianMixture initial = GaussianMixture.of(run.scenario().initial());
        GaussianMixture target = GaussianMixture.of(run.scenario().target());
        return new Findings(run, exactByName, target, initial.mean(), target.mean());
    }

    List<GuidanceResult> guidances() {
        return run.guidances();
    }

    /** Moments of the whole population, by guidance. */
    Map<String, MomentSeries> moments() {
        Map<String, MomentSeries> moments = new LinkedHashMap<>();
        guidances().forEach(result -> moments.put(result.guidance(), result.moments()));
        return moments;
    }

    List<String> names() {
        return guidances().stream().map(GuidanceResult::guidance).toList();
    }

    Optional<ExactResult> exact(String guidance) {
        return Optional.ofNullable(exactByName.get(guidance));
    }

    int dimension() {
        return run.scenario().dimension();
    }

    /** Initial sub-populations that were told apart; 0 when there is one only. */
    int components() {
        return guidances().get(0).componentMoments().size();
    }

    /** Coordinate j of the straight line from the initial to the target mean. */
    double line(double t, int j) {
        return (1 - t) * initialMean[j] + t * targetMean[j];
    }

    /** Whether agents are steered to a target, at a control energy. */
    boolean steered() {
        return run.scenario().steered();
    }

    /** Density of coordinate j of the target, where there is one. */
    Optional<Marginal> targetDensity(int j) {
        return steered() ? Marginal.of(target, j) : Optional.empty();
    }

    /** Whether the mean-field guidance keeps the mean on the straight line: without a drift of its own. */
    boolean straight() {
        return run.scenario().model() == Model.GUIDED_BRIDGE;
    }

    boolean anyPaths() {
        return guidances().stream().anyMatch(result -> result.paths().length > 0);
    }

    boolean anyHistograms() {
        return guidances().stream().anyMatch(result -> !result.histograms().isEmpty());
    }

    boolean anyExact() {
        return names().stream().anyMatch(exactByName::containsKey);
    }

    boolean anyInfiniteEnergy() {
        return names().stream().map(exactByName::get).anyMatch(e -> e != null && Double.isInfinite(e.energy()));
    }
}
