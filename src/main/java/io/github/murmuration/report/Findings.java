package io.github.murmuration.report;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.density.Marginal;
import io.github.murmuration.density.PairMarginal;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactSeries;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.exact.LinearMoments;
import io.github.murmuration.exact.MarginalSeries;
import io.github.murmuration.exact.PopulationValues;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Model;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.SensitivitySeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run beside what is known exactly about it.
 *
 * @param exact what is known
 * @param target the law at t = 1
 * @param initialMean E X_0 [d]
 * @param targetMean E X_1 [d]
 */
record Findings(RunResult run, ExactValues exact, GaussianMixture target, double[] initialMean, double[] targetMean) {

    /** @param exact of agents that act on each other, unknown where it has nothing of a population */
    static Findings of(RunResult run, ExactValues exact) {
        GaussianMixture initial = GaussianMixture.of(run.scenario().initial());
        GaussianMixture target = GaussianMixture.of(run.scenario().target());
        boolean lacking = run.scenario().dynamics().written().isPresent()
                && exact.population().isEmpty();
        ExactValues known = lacking ? ExactValues.of(PopulationValues.UNKNOWN) : exact;
        return new Findings(run, known, target, initial.mean(), target.mean());
    }

    List<GuidanceResult> guidances() {
        return run.guidances();
    }

    List<String> names() {
        return guidances().stream().map(GuidanceResult::guidance).toList();
    }

    Optional<ExactResult> exact(String guidance) {
        return Optional.ofNullable(exact.byGuidance().get(guidance));
    }

    /** Moments of a guidance at the recorded times, where they are known. */
    Optional<ExactSeries> exactSeries(String guidance) {
        return Optional.ofNullable(exact.recorded().get(guidance));
    }

    /** Laws of a guidance at the times at which densities were counted, where they are known. */
    Optional<MarginalSeries> laws(String guidance) {
        return Optional.ofNullable(exact.laws().get(guidance));
    }

    /** Moments of this many agents at the recorded times, where they are known. */
    Optional<LinearMoments> recorded() {
        return exact.population().flatMap(PopulationValues::recorded);
    }

    /** Coordinates that are on a circle, whose means have no line. */
    List<String> circles() {
        return written().stream()
                .flatMap(model -> model.boundary().entrySet().stream())
                .filter(entry -> entry.getValue() instanceof Boundary.Periodic)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The law of infinitely many agents that act on each other, where it is known. */
    Optional<LimitLaw> limit() {
        return exact.population().flatMap(PopulationValues::limit);
    }

    /** Moments of this many agents that act on each other, where they are known. */
    Optional<LinearMoments> expected() {
        return exact.population().flatMap(PopulationValues::expected);
    }

    /** The model in the language of models, where agents are not steered. */
    Optional<CustomModel> written() {
        return run.scenario().dynamics().written();
    }

    /** Whether ends absorb agents: moments are then those of agents that live. */
    boolean absorbs() {
        return guidances().get(0).moments().living().length > 0;
    }

    /** What a coordinate is called: by the model, or by its number. */
    String coordinate(int j) {
        String name = run.scenario().coordinates().get(j);
        return written().isPresent() ? name : Axis.COORDINATE + " " + name;
    }

    /** The circle that a coordinate is on, where it is on one. */
    Optional<Turn> turn(int j) {
        return written()
                .map(model -> model.boundary().get(model.state().get(j)))
                .filter(Boundary.Periodic.class::isInstance)
                .map(circle -> Turn.of((Boundary.Periodic) circle));
    }

    /** A curve of a coordinate against time, wrapped where that is on a circle. */
    Curve shown(int j, Curve curve) {
        return turn(j).map(turn -> turn.wrapped(curve)).orElse(curve);
    }

    /** Recorded times, in the units of the model or of the horizon. */
    double[] times() {
        double horizon = horizon();
        return Arrays.stream(guidances().get(0).moments().times())
                .map(t -> t * horizon)
                .toArray();
    }

    /** Time in the units of the model, and what was observed, by name [T]; nothing where agents are steered. */
    Map<String, double[]> series() {
        Map<String, double[]> series = new LinkedHashMap<>();
        if (!steered()) {
            GuidanceResult result = guidances().get(0);
            series.put("time", times());
            series.putAll(result.observed());
            result.sensitivities().forEach(one -> put(series, one));
        }
        return series;
    }

    /** A derivative, and its standard error where it has one. */
    private static void put(Map<String, double[]> series, SensitivitySeries sensitivity) {
        series.put(sensitivity.name(), sensitivity.values());
        if (sensitivity.ofMean()) {
            series.put(sensitivity.name() + "_error", sensitivity.standardErrors());
        }
    }

    /** The end of the run in the units of time of a model whose agents act on each other; 1 where they are steered. */
    double horizon() {
        return written().map(CustomModel::horizon).orElse(1.0);
    }

    int dimension() {
        return run.scenario().dimension();
    }

    /** Initial sub-populations with sums of their own; 0 when there is one only. */
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
        return steered() ? Optional.of(Marginal.of(target, j)).filter(Marginal::hasDensity) : Optional.empty();
    }

    /** Density of two coordinates of the target together, where there is one. */
    Optional<PairMarginal> targetDensity(int i, int j) {
        return steered()
                ? Optional.of(new PairMarginal(target, i, j)).filter(PairMarginal::hasDensity)
                : Optional.empty();
    }

    /** Whether mean-field guidance that is linear in time keeps the mean on the straight line: agents have no drift of their own. */
    boolean straight() {
        return run.scenario().model() == Model.GUIDED_BRIDGE;
    }

    boolean anyPaths() {
        return guidances().stream().anyMatch(result -> result.paths().length > 0);
    }

    boolean anyHistograms() {
        return guidances().stream().anyMatch(result -> !result.histograms().isEmpty());
    }

    boolean anyDensities() {
        return guidances().stream().anyMatch(result -> !result.density().isEmpty());
    }

    boolean anyExact() {
        return names().stream().anyMatch(exact.byGuidance()::containsKey);
    }

    boolean anyInfiniteEnergy() {
        return names().stream().map(exact.byGuidance()::get).anyMatch(e -> e != null && Double.isInfinite(e.energy()));
    }
}
