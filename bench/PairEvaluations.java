import com.sun.management.OperatingSystemMXBean;
import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Pair evaluations per second of whole Euler steps, beside other programs on the same agents: bench/pairs, or
 * bench/run PairEvaluations [THREADS [PROGRAM ...]].
 *
 * <p>A kernel w (r_j - r_i) in two dimensions, w = 1/(1 + |r_j - r_i|^2) (rational) or its power 0.4 (power), is averaged over all partners: the
 * drift, beside noise of each agent. A program is run as PROGRAM FILE KERNEL REPLICAS THREADS; the file has x, y and the two means of every
 * agent, float32. It prints pairs per second, pairs per second of processor time, and its largest departure from these means. All means are
 * checked against sums in double precision before anything is timed. Rounds of all programs take turns, so that they share what else the
 * machine does.
 */
class PairEvaluations {

    private static final int ROUNDS = 3;
    private static final double TOLERANCE = 1e-5;

    /** Seconds of processor time before anything is timed: the loops are compiled by then. */
    private static final double WARM = 6;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final Map<String, String> WEIGHTS = Map.of("rational", "(1/(1 + s))", "power", "(1 + s)^-0.4");

    private static final String MODEL = """
            model: custom
            dynamics:
              state: [x, y%1$s]
              pairs:
                px: (other.x - x)*%2$s
                py: (other.y - y)*%2$s
              drift: {%3$s}
              noise: {%7$s}
              horizon: 1
            initial: {gaussian: {mean: [0, 0%4$s], standard-deviation: [1, 1%4$s]}}
            population: {agents: %5$d, seed: 1}
            time: {steps: %6$d}
            """;

    /** Pairs per second, and per second of processor time. */
    private record Rate(double perSecond, double perCore) {}

    /** Copies of a population. */
    private record Case(String kernel, int agents, int replicas) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int threads = args.length > 0 ? Integer.parseInt(args[0]) : Runtime.getRuntime().availableProcessors();
        List<String> programs = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        Backend backend = Backends.select("cpu");
        System.out.printf("backend %s (%s), %d threads%n%n", backend.name(), backend.availability().detail(), threads);
        System.out.println("| kernel | agents | replicas | program | pairs/s | range | per core-second | largest error |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (String kernel : List.of("power", "rational")) {
            compare(backend, new Case(kernel, 128, 1), threads, programs);
            compare(backend, new Case(kernel, 128, 64), threads, programs);
            compare(backend, new Case(kernel, 2048, 1), threads, programs);
            compare(backend, new Case(kernel, 20_000, 1), threads, programs);
        }
    }

    private static Problem problem(Case of, String more, String drift, String zeros, int steps, String noise) {
        String square = "((other.x - x)^2 + (other.y - y)^2)";
        String weight = WEIGHTS.get(of.kernel()).replace("s", square);
        String yaml = MODEL.formatted(more, weight, drift, zeros, of.agents(), steps, noise);
        return Problem.of(ScenarioReader.parse("bench", yaml, Path.of(""), Map.of()).scenario());
    }

    private static void compare(Backend backend, Case of, int threads, List<String> programs)
            throws IOException, InterruptedException {
        float[][] agents = means(backend, of, threads);
        Path file = Files.createTempFile("pairs", ".f32");
        Problem problem = problem(of, "", "x: px, y: py", "", 10_000_000, "x: 0.1, y: 0.1");
        try (Ensemble ensemble =
                backend.open(problem.ensemble(tiling(of), 1), threads)) {
            write(file, agents);
            ensemble.start(problem.startReference());
            int[] step = {0};
            long begun = PROCESS.getProcessCpuTime();
            while (PROCESS.getProcessCpuTime() - begun < WARM * 1e9) {
                rate(ensemble, problem, step, of);
            }
            measure(ensemble, problem, step, of, check(of.kernel(), agents), file, threads, programs);
        } finally {
            Files.delete(file);
        }
    }

    private static Tiling tiling(Case of) {
        return of.replicas() == 1 ? Tiling.alone(of.agents()) : Tiling.replicas(of.agents(), 0, of.replicas());
    }

    private static void measure(
            Ensemble ensemble,
            Problem problem,
            int[] step,
            Case of,
            double error,
            Path file,
            int threads,
            List<String> programs)
            throws IOException, InterruptedException {
        Rate[][] rates = new Rate[programs.size() + 1][ROUNDS];
        double[] errors = new double[programs.size() + 1];
        errors[0] = error;
        for (int round = 0; round < ROUNDS; round++) {
            rates[0][round] = rate(ensemble, problem, step, of);
            for (int p = 0; p < programs.size(); p++) {
                double[] answer = run(programs.get(p), file, of, threads);
                rates[p + 1][round] = new Rate(answer[0], answer[1]);
                errors[p + 1] = answer[2];
            }
        }
        print(of, "murmuration", rates[0], errors[0]);
        for (int p = 0; p < programs.size(); p++) {
            print(of, programs.get(p), rates[p + 1], errors[p + 1]);
        }
    }

    private static void print(Case of, String program, Rate[] rates, double error) {
        double[] perSecond =
                Arrays.stream(rates).mapToDouble(Rate::perSecond).sorted().toArray();
        double[] perCore = Arrays.stream(rates).mapToDouble(Rate::perCore).sorted().toArray();
        System.out.printf(
                "| %s | %,d | %d | %s | %.2e | %.2e to %.2e | %.2e | %.1e |%n",
                of.kernel(),
                of.agents(),
                of.replicas(),
                program,
                perSecond[ROUNDS / 2],
                perSecond[0],
                perSecond[ROUNDS - 1],
                perCore[ROUNDS / 2],
                error);
    }

    /**
     * Of a second.
     * @param step the next one, modified
     */
    private static Rate rate(Ensemble ensemble, Problem problem, int[] step, Case of) {
        long cpu = PROCESS.getProcessCpuTime();
        long begun = System.nanoTime();
        int first = step[0];
        while (System.nanoTime() - begun < 1e9) {
            int count = ensemble.batch();
            advance(ensemble, problem, step[0], count);
            step[0] += count;
        }
        double pairs = (double) of.replicas() * of.agents() * of.agents() * (step[0] - first);
        double cores = (PROCESS.getProcessCpuTime() - cpu) * 1e-9;
        return new Rate(pairs / ((System.nanoTime() - begun) * 1e-9), pairs / cores);
    }

    private static void advance(Ensemble ensemble, Problem problem, int k, int count) {
        ensemble.advance(k, count, new float[][] {problem.schedules().get(0).rows(k, count)});
    }

    /** x, y and the means, which one step of length 1 adds to 0 [4][N]. */
    private static float[][] means(Backend backend, Case of, int threads) {
        Problem problem = problem(of, ", p, q", "x: 0, y: 0, p: px, q: py", ", 0, 0", 1, "");
        float[][] agents = new float[4][of.agents()];
        try (Ensemble ensemble = backend.open(problem.ensemble(of.agents()), threads)) {
            ensemble.start(problem.startReference());
            advance(ensemble, problem, 0, 1);
            for (int at = 0, block = 0; at < of.agents(); block++) {
                float[][] part = ensemble.states(0, block);
                for (int j = 0; j < 4; j++) {
                    System.arraycopy(part[j], 0, agents[j], at, part[j].length);
                }
                at += part[0].length;
            }
        }
        return agents;
    }

    /** Largest error of the means of some agents against double precision. */
    private static double check(String kernel, float[][] agents) {
        int n = agents[0].length;
        double largest = 0;
        for (int i = 0; i < n; i += 1 + n / 100) {
            double p = 0;
            double q = 0;
            for (int j = 0; j < n; j++) {
                double dx = (double) agents[0][j] - agents[0][i];
                double dy = (double) agents[1][j] - agents[1][i];
                double w = Math.pow(1 + dx * dx + dy * dy, kernel.equals("rational") ? -1 : -0.4);
                p += w * dx / n;
                q += w * dy / n;
            }
            largest = Math.max(largest, Math.max(Math.abs(p - agents[2][i]), Math.abs(q - agents[3][i])));
        }
        if (!(largest < TOLERANCE)) {
            throw new IllegalStateException("wrong means, by " + largest);
        }
        return largest;
    }

    private static void write(Path file, float[][] agents) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(16 * agents[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] column : agents) {
            bytes.asFloatBuffer().put(column);
            bytes.position(bytes.position() + 4 * column.length);
        }
        Files.write(file, bytes.array());
    }

    private static double[] run(String program, Path file, Case of, int threads)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.split(" ")));
        command.addAll(
                List.of(file.toString(), of.kernel(), Integer.toString(of.replicas()), Integer.toString(threads)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes()).trim();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program + " failed");
        }
        double[] answer = Arrays.stream(said.split("\\s+")).mapToDouble(Double::parseDouble).toArray();
        if (!(answer[2] < TOLERANCE)) {
            throw new IllegalStateException(program + " has other means, by " + answer[2]);
        }
        return answer;
    }
}
