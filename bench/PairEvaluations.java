import com.sun.management.OperatingSystemMXBean;
import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
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
 * Pair evaluations per second of whole steps, beside other programs on the same agents, and how the time of a step grows with their number:
 * bench/pairs, or bench/run PairEvaluations [THREADS [PROGRAM ...]].
 *
 * <p>A kernel w (r_j - r_i) in two dimensions, w = 1/(1 + |r_j - r_i|^2) (rational) or its power 0.4 (power), is averaged over all partners. A
 * program is run as PROGRAM FILE KERNEL THREADS; the file has x, y and the two means of every agent, float32. It prints pairs per second,
 * pairs per second of processor time, and its largest departure from these means. All means are checked against sums in double precision
 * before anything is timed. Rounds of all programs take turns, so that they share what else the machine does.
 */
class PairEvaluations {

    private static final int ROUNDS = 3;
    private static final double SECONDS = 1;
    private static final double TOLERANCE = 1e-5;

    /** Seconds of processor time before anything is timed: the loops are compiled by then. */
    private static final double WARM = 6;

    private static final int STEPS = 10_000_000;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final Map<String, String> WEIGHTS = Map.of("rational", "(1/(1 + s))", "power", "(1 + s)^-0.4");

    private static final String MODEL = """
            model: custom
            dynamics:
              state: [x, y, p, q]
              pairs:
                px: (other.x - x)*%1$s
                py: (other.y - y)*%1$s
              partners: %2$s
              drift: {x: 0, y: 0, p: px, q: py}
              horizon: %3$d
            initial: {gaussian: {mean: [0, 0, 0, 0], standard-deviation: [%4$s, %4$s, 0, 0]}}
            population: {agents: %5$d, seed: 1}
            time: {steps: %3$d}
            """;

    /** Pairs per second, and per second of processor time. */
    private record Rate(double perSecond, double perCore) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int threads = args.length > 0 ? Integer.parseInt(args[0]) : Runtime.getRuntime().availableProcessors();
        List<String> programs = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        Backend backend = Backends.select("cpu");
        System.out.printf("backend %s (%s), %d threads%n%n", backend.name(), backend.availability().detail(), threads);
        System.out.println("| kernel | agents | program | pairs/s | range | per core-second | largest error |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (String kernel : List.of("rational", "power")) {
            for (int n : new int[] {128, 2048, 20_000}) {
                compare(backend, kernel, n, threads, programs);
            }
        }
        System.out.println("\n| partners | agents | seconds per step | exponent |\n| --- | --- | --- | --- |");
        grow(backend, threads, "all", 1, 2000, 8000, 32_000);
        grow(backend, threads, "{batch: 64}", 1, 20_000, 200_000, 2_000_000);
        grow(backend, threads, "{within: {radius: 1, of: [x, y]}}", 0.126, 20_000, 200_000, 2_000_000);
    }

    private static Problem problem(String kernel, String partners, double deviation, int n) {
        String square = "((other.x - x)^2 + (other.y - y)^2)";
        String weight = WEIGHTS.get(kernel).replace("s", square);
        String yaml = MODEL.formatted(weight, partners, STEPS, Double.toString(deviation), n);
        return Problem.of(ScenarioReader.parse("bench", yaml, Path.of(""), Map.of()).scenario());
    }

    private static void compare(Backend backend, String kernel, int n, int threads, List<String> programs)
            throws IOException, InterruptedException {
        Problem problem = problem(kernel, "all", 1, n);
        Path file = Files.createTempFile("pairs", ".f32");
        try (Ensemble ensemble = backend.open(problem.ensemble(n), threads)) {
            ensemble.start(problem.startReference());
            advance(ensemble, problem, 0, 1);
            float[][] agents = agents(ensemble, n);
            double error = check(kernel, agents);
            write(file, agents);
            List<List<Rate>> rates = new ArrayList<>();
            for (int p = 0; p <= programs.size(); p++) {
                rates.add(new ArrayList<>());
            }
            double[] errors = new double[programs.size() + 1];
            errors[0] = error;
            int[] step = {1};
            long begun = PROCESS.getProcessCpuTime();
            while (PROCESS.getProcessCpuTime() - begun < WARM * 1e9) {
                rate(ensemble, problem, step, n);
            }
            for (int round = 0; round < ROUNDS; round++) {
                rates.get(0).add(rate(ensemble, problem, step, n));
                for (int p = 0; p < programs.size(); p++) {
                    double[] answer = run(programs.get(p), file, kernel, threads);
                    rates.get(p + 1).add(new Rate(answer[0], answer[1]));
                    errors[p + 1] = answer[2];
                }
            }
            print(kernel, n, "murmuration", rates.get(0), errors[0]);
            for (int p = 0; p < programs.size(); p++) {
                print(kernel, n, programs.get(p), rates.get(p + 1), errors[p + 1]);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void print(String kernel, int n, String program, List<Rate> rates, double error) {
        double[] perSecond = rates.stream().mapToDouble(Rate::perSecond).sorted().toArray();
        double[] perCore = rates.stream().mapToDouble(Rate::perCore).sorted().toArray();
        System.out.printf(
                "| %s | %,d | %s | %.2e | %.2e to %.2e | %.2e | %.1e |%n",
                kernel,
                n,
                program,
                perSecond[ROUNDS / 2],
                perSecond[0],
                perSecond[ROUNDS - 1],
                perCore[ROUNDS / 2],
                error);
    }

    private static Rate rate(Ensemble ensemble, Problem problem, int[] step, int n) {
        long cpu = PROCESS.getProcessCpuTime();
        long begun = System.nanoTime();
        int first = step[0];
        while (System.nanoTime() - begun < SECONDS * 1e9) {
            int count = ensemble.batch();
            advance(ensemble, problem, step[0], count);
            step[0] += count;
        }
        double pairs = (double) n * n * (step[0] - first);
        double cores = (PROCESS.getProcessCpuTime() - cpu) * 1e-9;
        return new Rate(pairs / ((System.nanoTime() - begun) * 1e-9), pairs / cores);
    }

    private static void advance(Ensemble ensemble, Problem problem, int k, int count) {
        ensemble.advance(k, count, new float[][] {problem.schedules().get(0).rows(k, count)});
    }

    /** x, y and the means after one step, which is of length 1. */
    private static float[][] agents(Ensemble ensemble, int n) {
        float[][] agents = new float[4][n];
        for (int at = 0, block = 0; at < n; block++) {
            float[][] part = ensemble.states(0, block);
            for (int j = 0; j < 4; j++) {
                System.arraycopy(part[j], 0, agents[j], at, part[j].length);
            }
            at += part[0].length;
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

    private static double[] run(String program, Path file, String kernel, int threads)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.split(" ")));
        command.addAll(List.of(file.toString(), kernel, Integer.toString(threads)));
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

    /** Seconds per step, and the exponent of the number of agents fitted to them. @param spread standard deviation, times N^(1/2) if partners are those within a distance */
    private static void grow(Backend backend, int threads, String partners, double spread, int... counts) {
        double[] seconds = new double[counts.length];
        for (int c = 0; c < counts.length; c++) {
            int n = counts[c];
            double deviation = partners.contains("within") ? spread * Math.sqrt(n) : spread;
            Problem problem = problem("rational", partners, deviation, n);
            try (Ensemble ensemble = backend.open(problem.ensemble(n), threads)) {
                ensemble.start(problem.startReference());
                seconds[c] = secondsPerStep(ensemble, problem);
            }
            System.out.printf(
                    "| %s | %,d | %.3g | %s |%n",
                    partners,
                    n,
                    seconds[c],
                    c + 1 < counts.length ? "" : "%.2f".formatted(slope(counts, seconds)));
        }
    }

    /** Of processor time; the median of rounds after the first two. */
    private static double secondsPerStep(Ensemble ensemble, Problem problem) {
        double[] seconds = new double[ROUNDS];
        int k = 0;
        for (int round = -2; round < ROUNDS; round++) {
            long begun = PROCESS.getProcessCpuTime();
            int first = k;
            while (PROCESS.getProcessCpuTime() - begun < 2 * SECONDS * 1e9) {
                int count = ensemble.batch();
                advance(ensemble, problem, k, count);
                k += count;
            }
            seconds[Math.max(round, 0)] = (PROCESS.getProcessCpuTime() - begun) * 1e-9 / (k - first);
        }
        Arrays.sort(seconds);
        return seconds[ROUNDS / 2];
    }

    /** Of the straight line through the logarithms. */
    private static double slope(int[] counts, double[] seconds) {
        double[] x = Arrays.stream(counts).mapToDouble(Math::log).toArray();
        double[] y = Arrays.stream(seconds).map(Math::log).toArray();
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int i = 0; i < x.length; i++) {
            above += (x[i] - meanX) * (y[i] - meanY);
            below += (x[i] - meanX) * (x[i] - meanX);
        }
        return above / below;
    }
}
