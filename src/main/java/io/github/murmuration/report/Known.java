package io.github.murmuration.report;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.exact.DesaiZwanzigLaw;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.KuramotoLaw;
import io.github.murmuration.exact.MeanFieldOuMoments;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.GuidanceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A quantity of a population that is not steered, at the end of the run, beside what theory says.
 *
 * @param theory NaN where none is known
 * @param remark where theory comes from
 */
record Known(String quantity, double simulated, double theory, String remark) {

    /** Name under which models of phases have |E e^{i theta}| observed. */
    static final String ORDER = "order";

    static List<Known> of(Findings findings) {
        Scenario scenario = findings.run().scenario();
        GuidanceResult result = findings.guidances().get(0);
        if (scenario.dynamics() instanceof Dynamics.MeanFieldOu ou) {
            return ornsteinUhlenbeck(ou, scenario, result);
        }
        if (scenario.dynamics() instanceof Dynamics.DesaiZwanzig system) {
            return desaiZwanzig(system, result);
        }
        if (scenario.dynamics() instanceof CustomModel written) {
            return written(written, findings, result);
        }
        return kuramoto((Dynamics.Kuramoto) scenario.dynamics(), result);
    }

    /** Moments of every coordinate, the cost and what was observed; beside the limit of infinitely many agents where there is one. */
    private static List<Known> written(CustomModel model, Findings findings, GuidanceResult result) {
        Optional<ExactResult> limit = findings.exact(result.guidance());
        String remark = limit.isPresent() ? "limit of infinitely many agents" : "";
        List<Known> known = new ArrayList<>();
        for (int j = 0; j < model.state().size(); j++) {
            int coordinate = j;
            String name = model.state().get(j);
            double mean = limit.map(exact -> exact.terminalMean()[coordinate]).orElse(Double.NaN);
            double variance = limit.map(exact -> exact.terminalCovariance()[coordinate][coordinate])
                    .orElse(Double.NaN);
            known.add(new Known("mean(" + name + ")", result.terminalMean()[j], mean, remark));
            known.add(new Known("variance(" + name + ")", result.terminalVariance()[j], variance, remark));
        }
        if (model.cost().isPresent()) {
            double cost = limit.map(ExactResult::energy).orElse(Double.NaN);
            known.add(new Known("cost", result.energy().value(), cost, remark));
        }
        result.observed()
                .forEach((name, values) -> known.add(new Known(name, values[values.length - 1], Double.NaN, "")));
        return known;
    }

    private static List<Known> ornsteinUhlenbeck(Dynamics.MeanFieldOu ou, Scenario scenario, GuidanceResult result) {
        GaussianMixture start = GaussianMixture.of(scenario.initial());
        MeanFieldOuMoments exact = MeanFieldOuMoments.at(
                ou, ou.horizon(), scenario.population().agents(), start.mean()[0], start.covariance()[0][0]);
        String error = "expected; standard deviation " + Numbers.significant(Math.sqrt(exact.varianceOfMean()), 2);
        return List.of(
                new Known("mean", result.terminalMean()[0], exact.mean(), error),
                new Known("variance", result.terminalVariance()[0], exact.spread(), "expected for this many agents"));
    }

    private static List<Known> desaiZwanzig(Dynamics.DesaiZwanzig system, GuidanceResult result) {
        boolean known = system.coupling() > 0 && system.noise() >= 0.1;
        String remark = known
                ? "stationary; critical noise "
                        + Numbers.significant(DesaiZwanzigLaw.criticalNoise(system.coupling()), 6)
                : "not known";
        DesaiZwanzigLaw law = known ? DesaiZwanzigLaw.of(system) : null;
        double mean = known ? law.mean() : Double.NaN;
        double variance = known ? law.variance() : Double.NaN;
        return List.of(
                new Known("|mean|", Math.abs(result.terminalMean()[0]), mean, remark),
                new Known(
                        "variance",
                        result.terminalVariance()[0],
                        variance,
                        known ? "stationary, about that mean" : ""));
    }

    private static List<Known> kuramoto(Dynamics.Kuramoto kuramoto, GuidanceResult result) {
        boolean known = KuramotoLaw.applies(kuramoto);
        double order = known ? KuramotoLaw.orderParameter(kuramoto) : Double.NaN;
        String remark = known
                ? "stationary; critical coupling " + Numbers.significant(KuramotoLaw.criticalCoupling(kuramoto), 6)
                : "not known";
        return List.of(new Known("order parameter", last(result.observed().get(ORDER)), order, remark));
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }
}
