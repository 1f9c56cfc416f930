package io.github.murmuration.sim;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Model;
import io.github.murmuration.scenario.ScenarioException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What float32 states cannot resolve in a problem before a step is taken: components too narrow for where they lie, a target too narrow
 * for the starts (h of a bridge is a difference of b x and b_0 z), and a motion without noise that is too slow for its steps. Source:
 * {@code mathematics.md}, section 10.
 */
final class CoarseLaws {

    /** Relative size of 64 ulp. */
    private static final double COARSE = Resolution.FEWEST_ULPS * 0x1p-24;

    /** Of the spread of the starts: a bridge from there to less than this has a wrong variance at the end. */
    private static final double LOST = 0x1p-20;

    private CoarseLaws() {}

    /** @throws ScenarioException a component of a bridge's target is so narrow that nothing would be right of its width */
    static void require(Problem problem) {
        if (problem.scenario().model() != Model.GUIDED_BRIDGE) {
            return;
        }
        double[][] start = problem.initial().covariance();
        for (int k = 0; k < problem.target().components(); k++) {
            double[][] end = problem.target().covarianceOf(k);
            for (int j = 0; j < start.length; j++) {
                double least = LOST * Math.sqrt(start[j][j]);
                double deviation = Math.sqrt(end[j][j]);
                if (deviation > 0 && deviation < least) {
                    String accepted =
                            "at least %.3g along coordinate %d: float32 states that spread over 2^20 of it end wrong";
                    throw ScenarioException.refused(
                            "target",
                            "a standard deviation of " + deviation,
                            String.format(Locale.ROOT, accepted, least, j));
                }
            }
        }
    }

    static List<Note> notes(Problem problem) {
        List<Note> notes = new ArrayList<>();
        narrow(notes, "initial", problem.initial(), problem.schedules().get(0).centre(0));
        if (problem.scenario().steered()) {
            narrow(notes, "target", problem.target(), problem.target().mean());
            shrinking(notes, problem);
        }
        if (problem.scenario().dynamics() instanceof Dynamics.Interacting dynamics && dynamics.noise() == 0) {
            slow(notes, problem, dynamics);
        }
        return notes;
    }

    private static void narrow(List<Note> notes, String law, GaussianMixture mixture, double[] centre) {
        for (int k = 0; k < mixture.components(); k++) {
            double[][] covariance = mixture.covarianceOf(k);
            for (int j = 0; j < mixture.dimension(); j++) {
                double deviation = Math.sqrt(covariance[j][j]);
                double distance = Math.abs(mixture.means()[k][j] - centre[j]);
                if (deviation > 0 && deviation < COARSE * distance) {
                    notes.add(note(
                            "%s: the standard deviation %.3g of component %d is below 64 units in the last place of float32 at its "
                                    + "distance of %.3g from the centre; its width is coarse",
                            law, deviation, k + 1, distance));
                    return;
                }
            }
        }
    }

    private static void shrinking(List<Note> notes, Problem problem) {
        double[][] start = problem.initial().covariance();
        double[][] end = problem.target().covariance();
        for (int j = 0; j < start.length; j++) {
            double from = Math.sqrt(start[j][j]);
            double to = Math.sqrt(end[j][j]);
            if (to < COARSE * from) {
                notes.add(note(
                        "target: the standard deviation %.3g of coordinate %d is below 64 units in the last place of float32 starts that "
                                + "spread over %.3g; moments and energies near the end are coarse",
                        to, j, from));
                return;
            }
        }
    }

    private static void slow(List<Note> notes, Problem problem, Dynamics.Interacting dynamics) {
        double rate = dynamics.rate();
        double step = dynamics.horizon() / problem.grid().steps();
        if (rate > 0 && rate * step < COARSE) {
            notes.add(note(
                    "without noise an agent moves by %.3g of its state in a step, below 64 units in the last place of float32; what the "
                            + "agents differ by moves too little or not at all; take at most %d steps",
                    rate * step, (long) (rate * dynamics.horizon() / COARSE)));
        }
    }

    private static Note note(String text, Object... values) {
        return Note.of(String.format(Locale.ROOT, text, values));
    }
}
