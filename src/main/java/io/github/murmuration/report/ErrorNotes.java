package io.github.murmuration.report;

import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Note;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/** Notes about the accuracy of the standard errors of a small population. */
public final class ErrorNotes {

    /** Agents from which two standard errors are an interval of 95 %, to the digits that are printed. */
    private static final long MANY = 30;

    /** Agents from which it hardly matters to the errors that agents planned on a mean that each of them moves. */
    private static final long MANY_TOGETHER = 1000;

    private ErrorNotes() {}

    /** Notes on the standard errors of energies; none for a population that is not steered. */
    public static List<Note> of(Scenario scenario) {
        List<Note> notes = new ArrayList<>();
        long agents = scenario.population().agents();
        if (!scenario.steered() || !scenario.output().agentEnergies()) {
            return notes;
        }
        if (agents == 1) {
            notes.add(Note.of("one agent has no standard errors"));
        } else if (agents < MANY) {
            double quantile = new TDistribution(agents - 1).inverseCumulativeProbability(0.975);
            notes.add(Note.of("standard errors come from " + agents + " agents: 95 % intervals are "
                    + Numbers.significant(quantile, 3) + " standard errors to each side (Student's t)"));
        }
        for (Guidance guidance : scenario.guidance()) {
            if (guidance instanceof Guidance.Empirical && agents > 1 && agents < MANY_TOGETHER) {
                notes.add(new Note(
                        guidance.name(),
                        "agents that plan on their own mean depend on each other, and standard errors take them as independent:"
                                + " with so few they are too small; compare independent runs with other seeds"));
            }
        }
        return notes;
    }
}
