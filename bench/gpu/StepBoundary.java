package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Population;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;

/**
 * What the boundary of a step costs where means feed back: agents that act on each other, in one population and in replicas, many steps in
 * a launch of resident blocks, recorded as graphs, and launched one by one. Blocks take any number of tiles in turn here, so that the figures
 * show where graphs are better; a dash stands where sums or replicas are too many for a block. Every case of at most 1e5 agents is first
 * compared with the scalar reference, bit for bit. Figures are medians of five timed runs after two to warm up, the second of which records the graph.
 *
 * <p>Argument: the largest number of agents in all (default 1e8).
 */
class StepBoundary {

    private static final int STEPS = 256;
    private static final long SEED = 1;
    private static final long CHECKED = 100_000;
    private static final double[] POPULATIONS = {1e4, 1e5, 3e5, 1e6, 2e6, 1e7, 1e8};
    private static final LaunchShape WHOLE = LaunchShape.WHOLE;
    private static final LaunchShape RESIDENT = new LaunchShape(WHOLE.steps(), WHOLE.blocks(), WHOLE.wide(), Integer.MAX_VALUE);
    private static final LaunchShape GRAPHS = new LaunchShape(WHOLE.steps(), WHOLE.blocks(), WHOLE.wide(), 0);
    private static final LaunchShape PLAIN = new LaunchShape(1, WHOLE.blocks(), WHOLE.wide(), 0);

    public static void main(String[] args) {
        double largest = args.length > 0 ? Double.parseDouble(args[0]) : 1e8;
        System.out.println("| model | agents | replicas | us per step, resident | us per step, graphs | us per step, launched one by one | agent-steps/s |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        Dynamics ou = new Dynamics.MeanFieldOu(0.5, 1.5, 0.8, 4);
        Dynamics kuramoto = new Dynamics.Kuramoto(2, 1, 0, 0.5, 40);
        for (double agents : POPULATIONS) {
            if (agents <= largest) {
                row("mean-field-ou", ou, (long) agents, 1);
                row("kuramoto", kuramoto, (long) agents, 1);
            }
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
        EnsembleSpec spec = problem.ensemble(Tiling.replicas(agents, 0, replicas), SEED);
        boolean may = ResidentSteps.may(MemoryPlan.of(spec, spec.tiling(), 1, WHOLE));
        double resident = may ? secondsPerStep(problem, spec, RESIDENT) : Double.POSITIVE_INFINITY;
        double graphs = secondsPerStep(problem, spec, GRAPHS);
        double plain = secondsPerStep(problem, spec, PLAIN);
        System.out.printf(
                "| %s | %.0e | %d | %s | %.2f | %.2f | %.2e |%n",
                model,
                (double) agents,
                replicas,
                may ? String.format("%.2f", resident * 1e6) : "-",
                graphs * 1e6,
                plain * 1e6,
                agents * replicas / Math.min(resident, graphs));
    }

    private static double secondsPerStep(Problem problem, EnsembleSpec spec, LaunchShape shape) {
        try (Ensemble ensemble = new CudaBackend(shape).open(spec, 0)) {
            ensemble.start(problem.startReference());
            return StepTimer.secondsPerStep(ensemble, problem, Math.min(STEPS, ensemble.batch()));
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
