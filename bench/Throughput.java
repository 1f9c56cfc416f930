import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Agent-steps per second of the embedded CPU backend, moments reduced at every step. Run with: bench/run Throughput
 *
 * <p>Every case is first run on the scalar reference, and nothing is timed unless sums and states agree bit for bit. Figures are
 * medians of seven runs of about a second after three to warm up, with the fastest and the slowest.
 */
class Throughput {

    private record Case(String name, int d, int components, boolean full, int guidances, long agents, int steps) {}

    private static final Case[] CASES = {
        new Case("one component", 1, 1, false, 1, 1_000_000, 256),
        new Case("two components", 1, 2, false, 1, 1_000_000, 256),
        new Case("two components, three guidances", 1, 2, false, 3, 1_000_000, 128),
        new Case("eight components", 1, 8, false, 1, 1_000_000, 64),
        new Case("two components", 8, 2, false, 1, 250_000, 128),
        new Case("two full covariances", 8, 2, true, 1, 250_000, 64),
        new Case("two components", 32, 2, false, 1, 100_000, 64)
    };

    public static void main(String[] args) {
        Backend backend = Backends.select(args.length > 0 ? args[0] : "cpu");
        System.out.printf("backend %s (%s)%n%n", backend.name(), backend.availability().detail());
        System.out.println("| d | target | guidances | agents | threads | agent-steps/s | range | coordinate-steps/s |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Case each : CASES) {
            check(each, backend);
            for (int threads : new int[] {1, Runtime.getRuntime().availableProcessors()}) {
                time(each, backend, threads);
            }
        }
    }

    private static void time(Case each, Backend backend, int threads) {
        Problem problem = problem(each, each.agents);
        double[] rates = new double[10];
        try (Ensemble ensemble = backend.open(problem.ensemble(each.agents), threads)) {
            ensemble.start(problem.startReference());
            List<float[][]> rows = rows(problem, each.steps, ensemble.batch());
            for (int run = 0; run < rates.length; run++) {
                long begun = System.nanoTime();
                for (int b = 0; b < rows.size(); b++) {
                    int first = b * ensemble.batch();
                    ensemble.advance(first, Math.min(ensemble.batch(), each.steps - first), rows.get(b));
                }
                double seconds = (System.nanoTime() - begun) * 1e-9;
                rates[run] = (double) each.agents * each.steps * each.guidances / seconds;
            }
        }
        double[] timed = Arrays.copyOfRange(rates, 3, rates.length);
        Arrays.sort(timed);
        System.out.printf(
                "| %d | %s | %d | %,d | %d | %.2e | %.2e to %.2e | %.2e |%n",
                each.d, each.name, each.guidances, each.agents, threads, timed[3], timed[0], timed[6], timed[3] * each.d);
    }

    /** Rows are made beforehand: what is timed is the backend. */
    private static List<float[][]> rows(Problem problem, int steps, int batch) {
        List<float[][]> batches = new ArrayList<>();
        for (int first = 0; first < steps; first += batch) {
            int from = first;
            int count = Math.min(batch, steps - first);
            batches.add(problem.schedules().stream().map(s -> s.rows(from, count)).toArray(float[][]::new));
        }
        return batches;
    }

    private static void check(Case each, Backend backend) {
        Problem problem = problem(each, 20_000);
        try (Ensemble reference = Backends.select("cpu-scalar").open(problem.ensemble(20_000), 0);
                Ensemble tested = backend.open(problem.ensemble(20_000), 0)) {
            float[][] rows = rows(problem, 4, 4).get(0);
            reference.start(problem.startReference());
            tested.start(problem.startReference());
            boolean sums = Arrays.deepEquals(reference.advance(0, 4, rows), tested.advance(0, 4, rows));
            if (!sums || !Arrays.deepEquals(reference.states(0, 1), tested.states(0, 1))) {
                throw new IllegalStateException(each + ": the backends disagree");
            }
        }
    }

    private static Problem problem(Case each, long agents) {
        List<Guidance> all = List.of(new Guidance.MeanField(), new Guidance.Zero(), new Guidance.TargetMean());
        return Problem.of(Scenario.builder()
                .initial(Law.gaussian(filled(each.d, 3), Covariance.isotropic(each.d, 0.7)))
                .target(target(each))
                .protocol(Protocol.geometric(8, 12, 0.65))
                .guidance(all.subList(0, each.guidances))
                .agents(agents)
                .steps(Math.max(8, each.steps))
                .build());
    }

    private static Law target(Case each) {
        double[] weights = filled(each.components, 1.0 / each.components);
        double[][] means = new double[each.components][];
        Covariance[] covariances = new Covariance[each.components];
        for (int k = 0; k < each.components; k++) {
            means[k] = filled(each.d, k - 0.5 * each.components);
            covariances[k] = each.full ? Covariance.full(correlated(each.d, 0.6)) : Covariance.isotropic(each.d, 0.3);
        }
        return Law.mixture(weights, means, covariances);
    }

    private static double[][] correlated(int d, double rho) {
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix[i][j] = 0.09 * Math.pow(rho, Math.abs(i - j));
            }
        }
        return matrix;
    }

    private static double[] filled(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }
}
