import com.sun.management.OperatingSystemMXBean;
import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Problem;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * How the time of a step with pair means grows with the number N of agents and with that of partners: bench/run PairCosts [THREADS]. Seconds of
 * processor time, and the exponent of a power law that is fitted to them by least squares, with its standard error.
 */
class PairCosts {

    private static final int ROUNDS = 3;
    private static final double SECONDS = 0.5;

    /** Seconds of processor time before anything is timed: the loops are compiled by then. */
    private static final double WARM = 3;

    private static final int STEPS = 10_000_000;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final String MODEL = """
            model: custom
            dynamics:
              state: [x, y]
              pairs:
                px: (other.x - x)/(1 + (other.x - x)^2 + (other.y - y)^2)
                py: (other.y - y)/(1 + (other.x - x)^2 + (other.y - y)^2)
              partners: %s
              drift: {x: px, y: py}
              noise: {x: 0.1, y: 0.1}
              horizon: 1
            initial: {gaussian: {mean: [0, 0], standard-deviation: %s}}
            population: {agents: %d, seed: 1}
            time: {steps: %d}
            """;

    /** About 10 neighbours where agents are densest, however many there are. */
    private static final double SPREAD = 0.223;

    public static void main(String[] args) {
        int threads = args.length > 0 ? Integer.parseInt(args[0]) : Runtime.getRuntime().availableProcessors();
        System.out.println("| partners | grows | seconds per step | exponent |\n| --- | --- | --- | --- |");
        int[] many = {2000, 10_000, 50_000, 200_000, 1_000_000};
        grow("agents, all", threads, new int[] {2000, 5000, 12_500, 32_000, 80_000}, n -> problem("all", 1, n));
        grow("agents, {batch: 64}", threads, many, n -> problem("{batch: 64}", 1, n));
        grow("partners of 20,000 agents, {batch: p}", threads, new int[] {16, 64, 256, 1024, 4096}, p ->
                problem("{batch: " + p + "}", 1, 20_000));
        grow("agents, {within: 1}", threads, many, n -> problem("{within: 1}", SPREAD * Math.sqrt(n), n));
    }

    /** What grows, made a problem. */
    private interface Sizes {
        Problem of(int size);
    }

    private static Problem problem(String partners, double deviation, int agents) {
        String yaml = MODEL.formatted(partners, Double.toString(deviation), agents, STEPS);
        return Problem.of(ScenarioReader.parse("bench", yaml, Path.of(""), Map.of()).scenario());
    }

    private static void grow(String what, int threads, int[] sizes, Sizes problems) {
        Backend backend = Backends.select("cpu");
        double[] seconds = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            Problem problem = problems.of(sizes[i]);
            long agents = problem.scenario().population().agents();
            try (Ensemble ensemble = backend.open(problem.ensemble(agents), threads)) {
                ensemble.start(problem.startReference());
                seconds[i] = secondsPerStep(ensemble, problem);
            }
            String exponent = i + 1 < sizes.length ? "" : exponent(sizes, seconds);
            System.out.printf(Locale.ROOT, "| %s | %,d | %.3g | %s |%n", what, sizes[i], seconds[i], exponent);
        }
    }

    /** The least of some rounds. */
    private static double secondsPerStep(Ensemble ensemble, Problem problem) {
        int[] step = {0};
        round(ensemble, problem, step, WARM);
        double least = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, round(ensemble, problem, step, SECONDS));
        }
        return least;
    }

    /**
     * Processor time per step.
     * @param step the next one, modified
     */
    private static double round(Ensemble ensemble, Problem problem, int[] step, double seconds) {
        long begun = PROCESS.getProcessCpuTime();
        int first = step[0];
        while (PROCESS.getProcessCpuTime() - begun < seconds * 1e9) {
            int count = ensemble.batch();
            ensemble.advance(
                    step[0], count, new float[][] {problem.schedules().get(0).rows(step[0], count)});
            step[0] += count;
        }
        return (PROCESS.getProcessCpuTime() - begun) * 1e-9 / (step[0] - first);
    }

    /** Slope of the straight line through the logarithms, and its standard error. */
    private static String exponent(int[] sizes, double[] seconds) {
        double[] x = Arrays.stream(sizes).mapToDouble(Math::log).toArray();
        double[] y = Arrays.stream(seconds).map(Math::log).toArray();
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        double error = Math.sqrt((yy - xy * xy / xx) / (x.length - 2) / xx);
        return String.format(Locale.ROOT, "%.3f +- %.3f", xy / xx, error);
    }
}
