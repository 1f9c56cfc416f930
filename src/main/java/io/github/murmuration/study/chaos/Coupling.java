package io.github.murmuration.study.chaos;

import io.github.murmuration.ensemble.PairedSurvey;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.model.WrittenModel.Circle;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A population and copies of its limit as one problem. Differences are measured in the coordinates of a state; those of coordinates on a
 * circle in cosine and sine.
 *
 * @param problem its schedules are {@link #POPULATION} and {@link #COPIES}
 */
record Coupling(Problem problem, Limit limit) {

    static final int POPULATION = 0;
    static final int COPIES = 1;

    /** The population alone: its means act on it. */
    static Problem population(Scenario scenario) {
        return Problem.of(
                scenario.steered()
                        ? scenario.toBuilder()
                                .guidance(new Guidance.Empirical())
                                .output(scenario.output().agentEnergies(true))
                                .build()
                        : scenario.toBuilder()
                                .output(scenario.output().sensitivities(List.of()))
                                .build());
    }

    static Coupling of(Problem population, Limit limit) {
        return of(population, limit, population.scenario().population().seed());
    }

    /** @param commonSeed key of the noise that agents and copies have in common */
    static Coupling of(Problem population, Limit limit, long commonSeed) {
        LimitSchedule copies = new LimitSchedule(population, limit.taken(), commonSeed);
        return new Coupling(population.with(List.of(population.schedules().get(0), copies)), limit);
    }

    /** Whether agents have noise in common: the limit is then another one under each noise. */
    static boolean underCommonNoise(Problem problem) {
        return problem.written()
                .map(written -> written.step().commonSources() > 0)
                .orElse(false);
    }

    /** Numbers that are measured of an agent. */
    int coordinates() {
        return problem.initial().dimension() + circles().size();
    }

    /** Where the means of what is measured are before step k in the limit, measured from the centre, to first order in the step. */
    double[] expected(int k) {
        double[] expected = new double[coordinates()];
        int i = 0;
        for (int channel : channels()) {
            expected[i++] = limit.taken()[k][channel];
        }
        return expected;
    }

    /** Channels whose means are those of what is measured. */
    List<Integer> channels() {
        List<Integer> channels = new ArrayList<>();
        for (int j = 0; j < problem.initial().dimension(); j++) {
            Circle circle = circles().get(j);
            channels.add(circle == null ? j : circle.cosine());
            if (circle != null) {
                channels.add(circle.sine());
            }
        }
        return channels;
    }

    /**
     * What is asked of agents and copies before step k.
     * @param energies whether of their energies too
     */
    PairedSurvey survey(int k, Tiling tiling, boolean energies) {
        return new PairedSurvey(tiling, measured(), expected(k), energies);
    }

    private List<PairedSurvey.Measured> measured() {
        List<PairedSurvey.Measured> measured = new ArrayList<>();
        for (int j = 0; j < problem.initial().dimension(); j++) {
            Circle circle = circles().get(j);
            float turn = circle == null ? 0 : (float) (2 * Math.PI / circle.length());
            measured.add(new PairedSurvey.Measured(j, turn, false));
            if (circle != null) {
                measured.add(new PairedSurvey.Measured(j, turn, true));
            }
        }
        return measured;
    }

    private Map<Integer, Circle> circles() {
        return problem.written().map(WrittenModel::circles).orElse(Map.of());
    }
}
