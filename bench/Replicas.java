import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaMoments;
import io.github.murmuration.sim.ReplicaRun;
import java.util.Arrays;
import java.util.Map;

/**
 * Agent-steps per second of many small populations advanced together, as a share of those of one population of as many agents: the
 * one-zone demand response under empirical guidance, rows and reductions included. Run with: bench/run Replicas
 *
 * <p>Before anything is timed, every replica's means must agree on the backend and on the scalar reference, bit for bit. The two are
 * timed in turns in one run; figures are medians of seven rounds after three to warm up, with the lowest and the highest.
 */
class Replicas {

    private static final int AGENTS = 100;
    private static final int STEPS = 128;
    private static final int ROUNDS = 10;
    private static final int WARM = 3;

    public static void main(String[] args) {
        Backend backend = Backends.select(args.length > 0 ? args[0] : "cpu");
        int replicas = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        Scenario scenario = ScenarioReader.read(
                        "demand-response",
                        Map.of("guidance", "[empirical]", "time.steps", Integer.toString(STEPS)))
                .scenario();
        Problem problem = Problem.of(scenario);
        check(problem, backend);
        System.out.printf("backend %s (%s)%n%n", backend.name(), backend.availability().detail());
        System.out.println("| agents | replicas | threads | agent-steps/s | range | share of one population |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (int threads : new int[] {1, Runtime.getRuntime().availableProcessors()}) {
            double[][] rates = rates(problem, backend, threads, replicas);
            double one = median(rates[0]);
            print((long) AGENTS * replicas, 1, threads, rates[0], 1);
            print(AGENTS, replicas, threads, rates[1], median(rates[1]) / one);
        }
    }

    private static double[][] rates(Problem problem, Backend backend, int threads, int replicas) {
        double[][] rates = new double[2][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rates[0][round] = rate(problem, backend, threads, (long) AGENTS * replicas, 1);
            rates[1][round] = rate(problem, backend, threads, AGENTS, replicas);
        }
        return new double[][] {timed(rates[0]), timed(rates[1])};
    }

    private static double rate(Problem problem, Backend backend, int threads, long agents, int replicas) {
        ReplicaRun run = new ReplicaRun(problem, agents, replicas, 1);
        long begun = System.nanoTime();
        run.run(backend, NoiseSource.PHILOX, threads, (k, moments) -> {}, work -> {});
        return run.agentSteps() / ((System.nanoTime() - begun) * 1e-9);
    }

    private static double[] timed(double[] rates) {
        double[] timed = Arrays.copyOfRange(rates, WARM, rates.length);
        Arrays.sort(timed);
        return timed;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static void print(long agents, int replicas, int threads, double[] rates, double share) {
        System.out.printf(
                "| %,d | %,d | %d | %.2e | %.2e to %.2e | %.0f %% |%n",
                agents, replicas, threads, median(rates), rates[0], rates[rates.length - 1], 100 * share);
    }

    private static void check(Problem problem, Backend backend) {
        double[] reference = ends(problem, Backends.select("cpu-scalar"));
        if (!Arrays.equals(reference, ends(problem, backend))) {
            throw new IllegalStateException("the backends disagree");
        }
    }

    private static double[] ends(Problem problem, Backend backend) {
        double[] ends = new double[30];
        new ReplicaRun(problem, AGENTS, ends.length, 1)
                .run(backend, NoiseSource.PHILOX, 0, (k, moments) -> take(moments, ends), work -> {});
        return ends;
    }

    private static void take(ReplicaMoments moments, double[] means) {
        for (int r = 0; r < moments.replicas(); r++) {
            means[moments.firstReplica() + r] = moments.mean(0, r, 0);
        }
    }
}
