package io.github.murmuration.report;

import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import java.util.ArrayList;
import java.util.List;

/** What a reader should know before comparing numbers, as far as it applies to the run. */
final class Notes {

    private Notes() {}

    static List<String> of(Findings findings) {
        List<String> notes = new ArrayList<>();
        Scenario scenario = findings.run().scenario();
        if (!findings.steered()) {
            return PopulationNotes.of(findings);
        }
        notes.add(rule(scenario));
        if (findings.anyExact()) {
            notes.add(exact(findings));
        }
        if (findings.anyInfiniteEnergy()) {
            notes.add(
                    "The target has no density, so that the exact control energy is infinite: the control grows without bound"
                            + " towards the horizon. The simulated energy is finite only because the steps are, and grows with their"
                            + " number.");
        }
        if (findings.straight() && scenario.protocol().guidanceShape() == GuidanceShape.PIECEWISE_CONSTANT) {
            notes.add(
                    "The guidance is constant inside each interval of the protocol, at the midpoint for mean-field, so that the"
                            + " mean departs from the straight line a little even for infinitely many agents.");
        }
        if (findings.guidances().size() > 1) {
            notes.add(
                    "All guidances are driven by the same starts and noise. Their errors are correlated, and savings are known"
                            + " better than the standard errors of the energies suggest.");
        }
        return notes;
    }

    private static String rule(Scenario scenario) {
        String energy =
                "Energies are sums of the power at the left end of each step times its length. Against the integral in"
                        + " continuous time they have a bias of the order of the step (1/"
                        + scenario.time().steps()
                        + "), which a standard error does not contain.";
        return scenario.time().scheme() == Scheme.EULER_MARUYAMA
                ? energy + " The Euler\u2013Maruyama scheme has a bias of the same order in every moment."
                : energy;
    }

    private static String exact(Findings findings) {
        boolean quadrature = findings.exact().byGuidance().values().stream()
                .mapToDouble(ExactResult::energyStandardError)
                .allMatch(error -> error == 0);
        return "Exact values are for continuous time and infinitely many agents"
                + (quadrature
                        ? ", by closed form and quadrature."
                        : "; energies are averages over the exact law of the state, without time steps, and have a standard error"
                                + " of their own, which the differences in the table take into account.");
    }
}
