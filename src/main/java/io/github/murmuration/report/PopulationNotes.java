package io.github.murmuration.report;

import io.github.murmuration.exact.PopulationValues;
import io.github.murmuration.laboratory.Row;
import io.github.murmuration.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** What a reader should know before comparing numbers of a population that is not steered. */
final class PopulationNotes {

    private PopulationNotes() {}

    static List<String> of(Findings findings) {
        List<String> notes = new ArrayList<>();
        notes.add(bias(findings.run().scenario())
                + " Agents act on each other through means of the step before, which is part" + " of the scheme.");
        if (findings.absorbs()) {
            notes.add(
                    "Means, variances and densities are those of the living agents, which no end has absorbed. Costs are those of all"
                            + " agents, paid while they live. An agent is absorbed where a step ends; crossings in between are not seen, and fewer"
                            + " agents are absorbed than in continuous time, by the order of the root of the step.");
        }
        if (!findings.guidances().get(0).sensitivities().isEmpty()) {
            notes.add(
                    "Derivatives are those of the scheme for this many agents, on the noise of this run; their standard errors take"
                            + " the derivatives of agents for independent.");
        }
        findings.exact().population().ifPresent(known -> {
            limit(known, notes);
            if (known.expected().isPresent()) {
                notes.add(
                        "The model is linear: what is expected for this many agents is the solution of the equations of the"
                                + " moments in continuous time, without time steps. The mean of a run differs from it by the standard"
                                + " deviation in the table.");
            }
            known.stationary().critical().forEach((name, value) -> notes.add(stationary(name, value)));
        });
        return notes;
    }

    private static String bias(Scenario scenario) {
        return switch (scenario.time().scheme()) {
            case MILSTEIN -> "The Milstein scheme has a bias of the order of the step in every moment.";
            case TAMED_EULER -> "The tamed Euler scheme has a bias of the order of the step in every moment.";
            case HEUN -> "The Heun scheme has a bias that is small with the step in every moment.";
            case BAOAB -> "The BAOAB scheme has a bias of the order of the square of the step in every moment.";
            default -> "The Euler\u2013Maruyama scheme has a bias of the order of the step in every moment.";
        };
    }

    private static String stationary(String name, double critical) {
        return "Stationary values are those of infinitely many agents after a long time, on the side that this population has"
                + " chosen where there are two; the " + name.replace('-', ' ') + ", at which agents begin to agree, is "
                + Numbers.significant(critical, 6) + ".";
    }

    private static void limit(PopulationValues known, List<String> notes) {
        if (known.row().flatMap(Row::moments).isPresent()) {
            notes.add(
                    "The limit is the law of infinitely many agents in continuous time, by the grid that the game was solved on, from"
                            + " three numbers of cells and steps; it is written with as many digits as they left.");
        } else if (known.limit().isPresent()) {
            notes.add(
                    "The limit is the law of infinitely many agents in continuous time, by finite volumes (by characteristics"
                            + " where there is no noise) that are refined until the means settle; it is written with as many digits as"
                            + " the last refinement left.");
        } else if (!known.obstacle().isEmpty()) {
            notes.add("The law of infinitely many agents is not drawn: " + known.obstacle() + ".");
        }
    }
}
