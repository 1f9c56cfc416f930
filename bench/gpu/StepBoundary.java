package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Population;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;

/**
 * What the boundary of a step costs where means feed back: agents that act on each other, in one population and in replicas, steps
 * recorded as graphs and launched one by one. Every case of at most 1e5 agents is first compared with the scalar reference, bit for
 * bit. Figures are medians of five timed runs after three to warm up, the second of which records the graph.
 *
 * <p>Argument: the largest number of agents in all (default 1e8).
 */
class StepBoundary {

    private static final int STEPS = 256;
    private static final long SEED = 1;
    private static final long CHECKED = 100_000;
    private static final int GRAPHS = Integer.MAX_VALUE;
    private static final int PLAIN = 1;

    public static void main(String[] args) {
        double largest = args.length > 0 ? Double.parseDouble(args[0]) : 1e8;
        System.out.println("| model | agents | replicas | us per step, graphs | us per step, launched one by one | agent-steps/s, graphs |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        Dynamics ou = new Dynamics.MeanFieldOu(0.5, 1.5, 0.8, 4);
        Dynamics kuramoto = new Dynamics.Kuramoto(2, 1, 0, 0.5, 40);
        for (double agents = 1e4; agents <= largest; agents *= 10) {
            row("mean-field-ou", ou, (long) agents, 1);
            row("kuramoto", kuramoto, (long) agents, 1);
        }
        for (int replicas : new int[] {10, 1000, 100_000}) {
            for (long agents = 100; agents <= 1000 && agents * replicas <= largest; agents *= 10) {
                row("mean-field-ou", ou, agents, replicas);
            }
        }
    }

    private static void row(String model, Dynamics dynamics, long agents, int replicas) {
        Problem problem = Problem.of(Scenario.builder()
                .dynamics(dynamics)
                .initial(Law.mixture(new double[] {0.6, 0.4}, new double[] {0.5, -1}, new double[] {0.5, 0.7}))
                .population(new Population(agents, SEED))
                .steps(STEPS)
                .build());
        check(problem, agents, replicas);
        double graphs = secondsPerStep(problem, agents, replicas, GRAPHS);
        double plain = secondsPerStep(problem, agents, replicas, PLAIN);
        System.out.printf(
                "| %s | %.0e | %d | %.2f | %.2f | %.2e |%n",
                model, (double) agents, replicas, graphs * 1e6, plain * 1e6, agents * replicas / graphs);
    }

    private static double secondsPerStep(Problem problem, long agents, int replicas, int steps) {
        LaunchShape shape = LaunchShape.ofSteps(steps);
        try (Ensemble ensemble = new CudaBackend(shape).open(problem.ensemble(Tiling.replicas(agents, 0, replicas), SEED), 0)) {
            ensemble.start(problem.startReference());
            int count = Math.min(STEPS, ensemble.batch());
            return StepTimer.secondsPerStep(ensemble, problem, count);
        }
    }

    private static void check(Problem problem, long agents, int replicas) {
        if (agents * replicas > CHECKED) {
            return;
        }
        int count = 70;
        float[][] rows = {problem.schedules().get(0).rows(0, count)};
        try (Ensemble expected = Backends.select("cpu-scalar").open(problem.ensemble(Tiling.replicas(agents, 0, replicas), SEED), 0);
                Ensemble actual = new CudaBackend().open(problem.ensemble(Tiling.replicas(agents, 0, replicas), SEED), 0)) {
            expected.start(problem.startReference());
            actual.start(problem.startReference());
            if (!Arrays.deepEquals(expected.advance(0, count, rows), actual.advance(0, count, rows))) {
                throw new IllegalStateException(agents + " agents, " + replicas + " replicas: the backends disagree");
            }
        }
    }
}
