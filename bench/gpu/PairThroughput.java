package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Pairs per second on the device: agents in a plane whose two components of velocity are aligned with those of all others, by a rational
 * weight and by (1 + r^2)^-0.4; and the same over batches of 64 partners and over those within a distance, of whom each agent has about 64.
 * Both values of a pair count as one evaluation. Each is first compared with the scalar reference, bit for bit.
 *
 * <p>Arguments: numbers of agents (default 1e4 1e5 1e6).
 */
class PairThroughput {

    private static final int CHECKED = 2000;
    private static final int CHECKED_STEPS = 2;
    private static final int MOST_STEPS = 64;
    private static final double PARTNERS = 64;

    /** Evaluations of a timed run: a fraction of a second. */
    private static final double EVALUATIONS = 1e11;

    private static final String MODEL = """
            model: custom
            dynamics:
              state: [x, y, u, v]
              pairs:
                f: (other.u - u)*WEIGHT
                g: (other.v - v)*WEIGHT
              partners: PARTNERS
              drift: {x: u, y: v, u: f, v: g}
              boundary: {x: {periodic: [0, 1]}, y: {periodic: [0, 1]}}
              horizon: 1
            initial: {gaussian: {mean: [0, 0, 0, 0], standard-deviation: 1}}
            population: {agents: AGENTS, seed: 1}
            time: {steps: 1000}
            """;

    private static final String[] WEIGHTS = {
        "1/(1 + (other.x - x)^2 + (other.y - y)^2)", "(1 + (other.x - x)^2 + (other.y - y)^2)^(-0.4)"
    };

    public static void main(String[] args) {
        String[] sizes = args.length > 0 ? args : new String[] {"1e4", "1e5", "1e6"};
        System.out.println(new CudaBackend().availability().detail());
        System.out.println("| weight | partners | agents | pairs/s | ms per step |\n| --- | --- | --- | --- | --- |");
        for (String weight : WEIGHTS) {
            for (String partners : new String[] {"all", "batch", "within"}) {
                check(problem(weight, partners, CHECKED));
                for (String size : sizes) {
                    time(weight, partners, (long) Double.parseDouble(size));
                }
            }
        }
    }

    private static void time(String weight, String partners, long agents) {
        Problem problem = problem(weight, partners, agents);
        double pairs = agents * (partners.equals("all") ? agents : PARTNERS);
        try (Ensemble ensemble = new CudaBackend().open(problem.ensemble(agents), 0)) {
            ensemble.remarks().forEach(System.out::println);
            ensemble.start(problem.startReference());
            int steps = (int) Math.max(1, Math.min(MOST_STEPS, EVALUATIONS / pairs));
            double perStep = StepTimer.secondsPerStep(ensemble, problem, Math.min(steps, ensemble.batch()));
            System.out.printf(
                    "| %s | %s | %.0e | %.2e | %.3f |%n", weight, partners, (double) agents, pairs / perStep, perStep * 1e3);
        }
    }

    private static void check(Problem problem) {
        Backend reference = Backends.select("cpu-scalar");
        try (Ensemble expected = reference.open(problem.ensemble(CHECKED), 0);
                Ensemble actual = new CudaBackend().open(problem.ensemble(CHECKED), 0)) {
            float[][] rows = {problem.schedules().get(0).rows(0, CHECKED_STEPS)};
            expected.start(problem.startReference());
            actual.start(problem.startReference());
            boolean sums = Arrays.deepEquals(expected.advance(0, CHECKED_STEPS, rows), actual.advance(0, CHECKED_STEPS, rows));
            if (!sums || !Arrays.deepEquals(expected.states(0, 0), actual.states(0, 0))) {
                throw new IllegalStateException("the backends disagree");
            }
        }
    }

    /** On the torus of area 1 a disc of radius r holds pi r^2 of the agents, which start nearly uniform. */
    private static Problem problem(String weight, String partners, long agents) {
        double radius = Math.sqrt(PARTNERS / (Math.PI * agents));
        String chosen = switch (partners) {
            case "batch" -> "{batch: 64}";
            case "within" -> "{within: {radius: " + radius + ", of: [x, y]}}";
            default -> "all";
        };
        String yaml = MODEL.replace("WEIGHT", weight).replace("PARTNERS", chosen).replace("AGENTS", Long.toString(agents));
        return Problem.of(ScenarioReader.parse("pairs", yaml, Path.of(""), Map.of()).scenario());
    }
}
