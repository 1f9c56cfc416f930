package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;
import java.util.List;
import jcuda.driver.JCudaDriver;

/**
 * Agent-steps per second on the device, moments reduced at every step, with many steps per launch and with one. Every case is first
 * compared with the scalar reference, bit for bit. Figures are medians of five timed runs after two to warm up.
 *
 * <p>Arguments: the largest N (default 1e9), and the steps of a timed run (default 256).
 */
class DeviceThroughput {

    private static final int WARM_UP = 2;
    private static final int TIMED = 5;
    private static final int CHECKED = 20_000;
    private static final int MANY = Integer.MAX_VALUE;

    public static void main(String[] args) {
        double largest = args.length > 0 ? Double.parseDouble(args[0]) : 1e9;
        int steps = args.length > 1 ? Integer.parseInt(args[1]) : 256;
        System.out.println(new CudaBackend().availability().detail());
        double copy = copyBandwidth();
        System.out.printf("%ncopy bandwidth: %.2f TB/s (read and written bytes)%n%n", copy * 1e-12);
        System.out.println("| d | components | agents | noise | steps per launch | agent-steps/s | us per step | memory traffic / copy |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (int d : new int[] {1, 2, 8, 32}) {
            for (int components : new int[] {1, 2, 4, 8}) {
                check(d, components);
                for (double agents = 1e4; agents <= largest; agents *= 10) {
                    Case each = new Case(d, components, (long) agents, steps);
                    time(each, NoiseSource.PHILOX, MANY, copy);
                    time(each, NoiseSource.PHILOX, 1, copy);
                    time(each, NoiseSource.CURAND, MANY, copy);
                }
            }
        }
    }

    /** What is timed. @param d coordinates. @param components of the target. @param steps of a timed run */
    private record Case(int d, int components, long agents, int steps) {}

    private static void time(Case each, NoiseSource noise, int stepsPerLaunch, double copy) {
        int d = each.d;
        long agents = each.agents;
        Problem problem = problem(d, each.components, agents, each.steps);
        try (Ensemble ensemble = new CudaBackend(new LaunchShape(stepsPerLaunch, Integer.MAX_VALUE))
                .open(problem.ensemble(agents).with(noise), 0)) {
            ensemble.start(problem.startReference());
            int count = Math.min(each.steps, ensemble.batch());
            float[][] rows = {problem.schedules().get(0).rows(0, count)};
            double[] seconds = new double[WARM_UP + TIMED];
            for (int run = 0; run < seconds.length; run++) {
                long begun = System.nanoTime();
                ensemble.advance(0, count, rows);
                seconds[run] = (System.nanoTime() - begun) * 1e-9 / count;
            }
            double[] timed = Arrays.copyOfRange(seconds, WARM_UP, seconds.length);
            Arrays.sort(timed);
            double perStep = timed[TIMED / 2];
            int launches = (count + Math.min(count, stepsPerLaunch) - 1) / Math.min(count, stepsPerLaunch);
            // Read: state, start, energy, label; written: state, energy. Increments in memory are written and read.
            double normals = noise == NoiseSource.CURAND ? 8.0 * d * agents : 0;
            double bytes = (12.0 * d + 9) * agents * launches / count + normals;
            System.out.printf(
                    "| %d | %d | %.0e | %s | %s | %.2e | %.1f | %.0f %% |%n",
                    d,
                    each.components,
                    (double) agents,
                    noise.text(),
                    launches == 1 ? String.valueOf(count) : "1",
                    agents / perStep,
                    perStep * 1e6,
                    100 * bytes / perStep / copy);
        } catch (UnavailableException e) {
            System.out.printf("| %d | %d | %.0e | %s | | | | |%n", d, each.components, (double) agents, noise.text());
            System.out.println(e.getMessage());
        }
    }

    /** Bytes read plus bytes written per second by a copy of a quarter of a GiB, or of less on a small device. */
    private static double copyBandwidth() {
        try (Context context = new Context(Installation.found())) {
            long bytes = Math.min(1L << 28, context.free() / 4);
            try (DeviceBuffer from = new DeviceBuffer(bytes);
                    DeviceBuffer to = new DeviceBuffer(bytes)) {
                double best = Double.POSITIVE_INFINITY;
                for (int run = 0; run < 10; run++) {
                    long begun = System.nanoTime();
                    for (int copy = 0; copy < 20; copy++) {
                        CudaCheck.ok(JCudaDriver.cuMemcpyDtoD(to.pointer(), from.pointer(), bytes), "copy");
                    }
                    CudaCheck.ok(JCudaDriver.cuCtxSynchronize(), "copies");
                    best = Math.min(best, (System.nanoTime() - begun) * 1e-9 / 20);
                }
                return 2 * bytes / best;
            }
        }
    }

    private static void check(int d, int components) {
        Problem problem = problem(d, components, CHECKED, 8);
        Backend reference = Backends.select("cpu-scalar");
        try (Ensemble expected = reference.open(problem.ensemble(CHECKED), 0);
                Ensemble actual = new CudaBackend().open(problem.ensemble(CHECKED), 0)) {
            float[][] rows = {problem.schedules().get(0).rows(0, 8)};
            expected.start(problem.startReference());
            actual.start(problem.startReference());
            boolean sums = Arrays.deepEquals(expected.advance(0, 8, rows), actual.advance(0, 8, rows));
            if (!sums || !Arrays.deepEquals(expected.states(0, 1), actual.states(0, 1))) {
                throw new IllegalStateException("d = " + d + ", " + components + " components: the backends disagree");
            }
        }
    }

    private static Problem problem(int d, int components, long agents, int steps) {
        double[] weights = filled(components, 1.0 / components);
        double[][] means = new double[components][];
        Covariance[] covariances = new Covariance[components];
        for (int k = 0; k < components; k++) {
            means[k] = filled(d, k - 0.5 * components);
            covariances[k] = Covariance.isotropic(d, 0.3);
        }
        return Problem.of(Scenario.builder()
                .initial(Law.gaussian(filled(d, 3), Covariance.isotropic(d, 0.7)))
                .target(Law.mixture(weights, means, covariances))
                .protocol(Protocol.geometric(8, 12, 0.65))
                .guidance(List.of(new Guidance.MeanField()))
                .agents(agents)
                .steps(Math.max(8, steps))
                .build());
    }

    private static double[] filled(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }
}
