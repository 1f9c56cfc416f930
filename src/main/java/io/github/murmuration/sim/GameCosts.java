package io.github.murmuration.sim;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.laboratory.Row;

/**
 * The costs of a mean-field game, measured over its agents.
 *
 * @param terminal M(rho_T) = E m(X_T)
 * @param total J, of which the standard error is that of each agent's running and terminal cost together; NaN where the costs of agents
 *     were not kept
 */
public record GameCosts(Estimate terminal, Estimate total) {

    private static final int SUMS = 4;

    /**
     * @param running cost of the run.
     * @param crew who works it out
     */
    static GameCosts of(Problem problem, Agents all, Estimate running, Crew<?> crew) {
        long agents = problem.scenario().population().agents();
        double[] centre = problem.schedules().get(0).centre(problem.grid().steps());
        boolean kept = problem.scenario().output().agentEnergies();
        Row row = problem.row().orElseThrow();
        double[] sums = all.blocks().sums(SUMS, crew, block -> block(all, block, row, centre, kept), Progress.NONE);
        Estimate terminal = Estimate.of(agents, sums[0], sums[1]);
        double error = kept ? Estimate.of(agents, sums[2], sums[3]).standardError() : Double.NaN;
        return new GameCosts(terminal, new Estimate(running.value() + terminal.value(), error));
    }

    /** Sums of terminal costs, of their squares, of all costs, of their squares. */
    private static double[] block(Agents all, int block, Row row, double[] centre, boolean kept) {
        float[][] states = all.states(0, block);
        float[] energies = kept ? all.energies(0, block) : new float[states[0].length];
        double[] sums = new double[SUMS];
        double[] x = new double[states.length];
        for (int a = 0; a < states[0].length; a++) {
            for (int j = 0; j < x.length; j++) {
                x[j] = centre[j] + states[j][a];
            }
            double terminal = row.terminalCost(x);
            double total = energies[a] + terminal;
            sums[0] += terminal;
            sums[1] += terminal * terminal;
            sums[2] += total;
            sums[3] += total * total;
        }
        return sums;
    }
}
