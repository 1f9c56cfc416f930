import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;
import java.util.Map;

/**
 * Agent-steps per second of models whose means feed back, rows, noise and reductions included: bench/run Models [THREADS [MODEL N ...]]. A
 * model is a name or a file. bench/models.py times two of them in numba.
 *
 * <p>Before anything is timed, the backend must have the states of the scalar reference, bit for bit. Figures are medians of seven rounds
 * after five to warm up, with the lowest and the highest.
 */
class Models {

    private static final int STEPS = 128;
    private static final int ROUNDS = 12;
    private static final int WARM = 5;
    private static final String[] USUAL = {
        "mean-field-ou", "1000000", "desai-zwanzig", "1000000", "kuramoto", "1000000",
        "bench/additive.yaml", "4096", "bench/additive.yaml", "65536", "bench/multiplicative.yaml", "4096",
        "bench/multiplicative.yaml", "65536"
    };

    public static void main(String[] args) {
        int threads = args.length > 0 ? Integer.parseInt(args[0]) : Runtime.getRuntime().availableProcessors();
        String[] cases = args.length > 1 ? Arrays.copyOfRange(args, 1, args.length) : USUAL;
        Backend backend = Backends.select("cpu");
        System.out.printf("backend %s (%s)%n%n", backend.name(), backend.availability().detail());
        System.out.println("| model | agents | threads | agent-steps/s | range |\n| --- | --- | --- | --- | --- |");
        for (int i = 0; i < cases.length; i += 2) {
            long agents = Long.parseLong(cases[i + 1]);
            Problem problem = problem(cases[i], agents);
            check(problem, backend);
            double[] rates = rates(problem, agents, backend, threads);
            System.out.printf(
                    "| %s | %,d | %d | %.2e | %.2e to %.2e |%n",
                    cases[i], agents, threads, rates[rates.length / 2], rates[0], rates[rates.length - 1]);
        }
    }

    private static Problem problem(String model, long agents) {
        Map<String, String> changes =
                Map.of("population.agents", Long.toString(agents), "time.steps", Integer.toString(8 * STEPS));
        return Problem.of(ScenarioReader.read(model, changes).scenario());
    }

    private static double[] rates(Problem problem, long agents, Backend backend, int threads) {
        double[] rates = new double[ROUNDS];
        try (Ensemble ensemble = backend.open(problem.ensemble(agents), threads)) {
            ensemble.start(problem.startReference());
            for (int round = 0; round < ROUNDS; round++) {
                long begun = System.nanoTime();
                advance(ensemble, problem);
                rates[round] = agents * (double) STEPS / ((System.nanoTime() - begun) * 1e-9);
            }
        }
        double[] timed = Arrays.copyOfRange(rates, WARM, ROUNDS);
        Arrays.sort(timed);
        return timed;
    }

    private static void advance(Ensemble ensemble, Problem problem) {
        for (int k = 0; k < STEPS; ) {
            int count = Math.min(ensemble.batch(), STEPS - k);
            ensemble.advance(k, count, new float[][] {problem.schedules().get(0).rows(k, count)});
            k += count;
        }
    }

    private static void check(Problem problem, Backend backend) {
        try (Ensemble expected = Backends.select("cpu-scalar").open(problem.ensemble(3000), 1);
                Ensemble actual = backend.open(problem.ensemble(3000), 1)) {
            expected.start(problem.startReference());
            actual.start(problem.startReference());
            advance(expected, problem);
            advance(actual, problem);
            if (!Arrays.deepEquals(expected.states(0, 0), actual.states(0, 0))) {
                throw new IllegalStateException("the backends disagree");
            }
        }
    }
}
