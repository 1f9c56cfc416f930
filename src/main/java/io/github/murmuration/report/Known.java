package io.github.murmuration.report;

import io.github.murmuration.exact.DesaiZwanzigLaw;
import io.github.murmuration.exact.KuramotoLaw;
import io.github.murmuration.exact.LinearMoments;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.GuidanceResult;
import java.util.List;

/**
 * A quantity of a model that comes with the program and is not steered, at the end of the run, beside what theory says.
 *
 * @param theory NaN where none is known
 * @param remark where theory comes from
 */
record Known(String quantity, double simulated, double theory, String remark) {

    /** Name under which models of phases have |E e^{i theta}| observed. */
    static final String ORDER = "order";

    /** @param findings of such a model */
    static List<Known> of(Findings findings) {
        Scenario scenario = findings.run().scenario();
        GuidanceResult result = findings.guidances().get(0);
        if (scenario.dynamics() instanceof Dynamics.MeanFieldOu) {
            return ornsteinUhlenbeck(findings, result);
        }
        if (scenario.dynamics() instanceof Dynamics.DesaiZwanzig system) {
            return desaiZwanzig(system, result);
        }
        return kuramoto((Dynamics.Kuramoto) scenario.dynamics(), result);
    }

    private static List<Known> ornsteinUhlenbeck(Findings findings, GuidanceResult result) {
        LinearMoments exact = findings.expected().orElseThrow();
        double deviation = Math.sqrt(exact.terminalVarianceOfMean()[0]);
        return List.of(
                new Known(
                        "mean",
                        result.terminalMean()[0],
                        exact.terminalMean()[0],
                        "expected; standard deviation " + Numbers.significant(deviation, 2)),
                new Known(
                        "variance",
                        result.terminalVariance()[0],
                        exact.terminalSpread()[0],
                        "expected for this many agents"));
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
