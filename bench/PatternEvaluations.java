import com.sun.management.OperatingSystemMXBean;
import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.backend.PatternEvaluator.SoftMax;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.PatternSampler;
import io.github.murmuration.ensemble.PatternTable;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Pattern evaluations per second (one exponential each) of a backend: n centres before p patterns in d = 1, 2, 8, 32, 64.
 *
 * <pre>
 * mvn -q package -DskipTests
 * bench/run PatternEvaluations [backend [threads]]
 * </pre>
 *
 * Before it is timed, each case is checked against sums in double precision. The best and the median of 7 repetitions are given, with
 * the machine's load beside them; and, since other work takes its share of a loaded machine, the median per second of processor time,
 * with the share of the ceiling that it is: 2 d + 9 multiply-adds or multiplications per evaluation (distance and moment one per
 * coordinate, scale, exponential) at the rate at which one core makes multiply-adds that wait for nothing, measured first.
 */
public final class PatternEvaluations {

    private static final int REPETITIONS = 7;
    private static final double SECONDS = 0.7;
    private static final double TOLERANCE = 2e-4;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static float sink;

    private static final int[][] CASES = { // d, p, n
        {1, 100, 4096}, {1, 1_000, 4096}, {1, 100_000, 1024}, {1, 1_000_000, 1}, {1, 1_000_000, 64},
        {2, 100_000, 1024}, {8, 100_000, 256}, {32, 100_000, 128}, {64, 20_000, 128}
    };

    public static void main(String[] args) {
        Backend backend = Backends.select(args.length > 0 ? args[0] : Backends.AUTO);
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : Runtime.getRuntime().availableProcessors();
        System.out.printf("%s (%s), %d threads%n", backend.name(), backend.availability().detail(), threads);
        double peak = multiplyAdds();
        System.out.printf("%.3g multiply-adds per core and second%n", peak);
        System.out.printf(
                "%3s %9s %6s  %10s  %10s  %11s  %7s  %8s  %s%n",
                "d", "p", "n", "median/s", "best/s", "/core-second", "ceiling", "check", "load");
        for (int[] c : CASES) {
            try (PatternEvaluator evaluator = backend.patterns(threads)) {
                measure(evaluator, c[0], c[1], c[2], peak);
            }
        }
    }

    private static void measure(PatternEvaluator evaluator, int d, int p, int n, double peak) {
        PatternTable patterns = new PatternSampler(gaussian(d), 1).draw(0, p);
        float[] centres = centres(d, n);
        SoftMax means = SoftMax.allocate(n, d);
        float precision = 0.5f / d;
        double error = check(evaluator, patterns, precision, centres, n, means);
        double[] rates = new double[REPETITIONS];
        double[] perCore = new double[REPETITIONS];
        for (int r = -2; r < REPETITIONS; r++) {
            long cpu = PROCESS.getProcessCpuTime();
            long begun = System.nanoTime();
            rates[Math.max(r, 0)] = rate(evaluator, patterns, precision, centres, n, means);
            double cores = (PROCESS.getProcessCpuTime() - cpu) / (double) (System.nanoTime() - begun);
            perCore[Math.max(r, 0)] = rates[Math.max(r, 0)] / cores;
        }
        Arrays.sort(rates);
        Arrays.sort(perCore);
        double load = PROCESS.getSystemLoadAverage();
        System.out.printf(
                "%3d %9d %6d  %10.3g  %10.3g  %12.3g  %5.0f %%  %8.1e  %.1f%n",
                d,
                p,
                n,
                rates[REPETITIONS / 2],
                rates[REPETITIONS - 1],
                perCore[REPETITIONS / 2],
                100 * perCore[REPETITIONS / 2] * (2 * d + 9) / peak,
                error,
                load);
    }

    /** The best of some rates, per second of processor time, of twelve independent chains in vector registers. */
    private static double multiplyAdds() {
        double best = 0;
        for (int r = 0; r < 8; r++) {
            long cpu = PROCESS.getProcessCpuTime();
            sink += chains(8_000_000);
            best = Math.max(best, 12e9 * 8_000_000 * SPECIES.length() / (PROCESS.getProcessCpuTime() - cpu));
        }
        return best;
    }

    private static float chains(int rounds) {
        FloatVector x = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (int r = 0; r < rounds; r++) {
            a = a.fma(x, x);
            b = b.fma(x, x);
            c = c.fma(x, x);
            d = d.fma(x, x);
            e = e.fma(x, x);
            f = f.fma(x, x);
            g = g.fma(x, x);
            h = h.fma(x, x);
            i = i.fma(x, x);
            j = j.fma(x, x);
            k = k.fma(x, x);
            l = l.fma(x, x);
        }
        FloatVector sum = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l);
        return sum.lane(0);
    }

    private static double rate(
            PatternEvaluator evaluator, PatternTable patterns, float precision, float[] centres, int n, SoftMax means) {
        long begun = System.nanoTime();
        long calls = 0;
        double seconds = 0;
        for (; seconds < SECONDS; seconds = (System.nanoTime() - begun) * 1e-9) {
            evaluator.softMax(patterns, precision, centres, n, means);
            calls++;
        }
        return (double) calls * n * patterns.count() / seconds;
    }

    /** Largest error of the first means against double precision. */
    private static double check(
            PatternEvaluator evaluator, PatternTable patterns, float precision, float[] centres, int n, SoftMax means) {
        evaluator.softMax(patterns, precision, centres, n, means);
        int d = patterns.dimension();
        double largest = 0;
        for (int i = 0; i < Math.min(n, 3); i++) {
            double[] mean = reference(patterns, precision, centres, i * d);
            for (int j = 0; j < d; j++) {
                largest = Math.max(largest, Math.abs(mean[j] - means.means()[i * d + j]));
            }
        }
        if (!(largest < TOLERANCE)) {
            throw new IllegalStateException("wrong means, by " + largest);
        }
        return largest;
    }

    private static double[] reference(PatternTable patterns, double precision, float[] centres, int at) {
        int d = patterns.dimension();
        double[] logs = new double[patterns.count()];
        for (int i = 0; i < logs.length; i++) {
            for (int j = 0; j < d; j++) {
                logs[i] -= 0.5 * precision * Math.pow((double) patterns.get(i, j) - centres[at + j], 2);
            }
        }
        double largest = Arrays.stream(logs).max().orElseThrow();
        double total = 0;
        double[] mean = new double[d];
        for (int i = 0; i < logs.length; i++) {
            double weight = Math.exp(logs[i] - largest);
            total += weight;
            for (int j = 0; j < d; j++) {
                mean[j] += weight * patterns.get(i, j);
            }
        }
        for (int j = 0; j < d; j++) {
            mean[j] /= total;
        }
        return mean;
    }

    private static float[] centres(int d, int n) {
        PatternTable drawn = new PatternSampler(gaussian(d), 2).draw(0, n);
        float[] centres = new float[n * d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                centres[i * d + j] = drawn.get(i, j);
            }
        }
        return centres;
    }

    /** N(0, 25 I). */
    private static GaussianMixture gaussian(int d) {
        double[] variances = new double[d];
        Arrays.fill(variances, 25);
        return new GaussianMixture(new double[] {1}, new double[][] {new double[d]}, new double[][] {variances}, null);
    }
}
