package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;
import java.util.List;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.JCudaDriver;

/**
 * Agent-steps per second on the device, moments reduced at every step: many steps per launch and one, energies kept and not. Every case is
 * first compared with the scalar reference, bit for bit. Figures are medians of five timed runs after two to warm up; shares are those of
 * the bytes that must move at the bandwidth of a copy, and of 41 instructions per coordinate-step, what
 * the reproducible arithmetic of an affine step takes, at the clock that the driver tells.
 *
 * <p>Arguments: the largest N (default 1e9), and the steps of a timed run (default 256).
 */
class DeviceThroughput {

    private static final int CHECKED = 20_000;
    private static final int LANES = 128;
    private static final int INSTRUCTIONS = 41;
    private static final LaunchShape MANY = LaunchShape.WHOLE;
    private static final LaunchShape ONE = LaunchShape.ofSteps(1);

    private final double copy = copyBandwidth();
    private final double arithmetic = instructionsPerSecond() / INSTRUCTIONS;

    public static void main(String[] args) {
        double largest = args.length > 0 ? Double.parseDouble(args[0]) : 1e9;
        int steps = args.length > 1 ? Integer.parseInt(args[1]) : 256;
        System.out.println(new CudaBackend().availability().detail());
        DeviceThroughput throughput = new DeviceThroughput();
        System.out.printf("%ncopy bandwidth: %.2f TB/s (read and written bytes)%n", throughput.copy * 1e-12);
        System.out.printf("arithmetic ceiling: %.2e coordinate-steps/s%n%n", throughput.arithmetic);
        System.out.println("| d | components | agents | noise | energies | steps per launch | agent-steps/s"
                + " | us per step | memory traffic / copy | coordinate-steps / arithmetic ceiling |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (int d : new int[] {1, 2, 8, 32}) {
            for (int components : new int[] {1, 2, 4, 8}) {
                check(d, components);
                for (double agents = 1e4; agents <= largest; agents *= 10) {
                    throughput.cases(new Case(d, components, (long) agents, steps));
                }
            }
        }
    }

    /** What is timed. @param d coordinates. @param components of the target. @param steps of a timed run */
    private record Case(int d, int components, long agents, int steps) {}

    private void cases(Case each) {
        time(each, NoiseSource.PHILOX, true, MANY);
        time(each, NoiseSource.PHILOX, true, ONE);
        time(each, NoiseSource.PHILOX, false, ONE);
        time(each, NoiseSource.CURAND, true, MANY);
    }

    private void time(Case each, NoiseSource noise, boolean energies, LaunchShape shape) {
        Problem problem = problem(each.d, each.components, each.agents, each.steps, energies);
        String what = "| %d | %d | %.0e | %s | %s |".formatted(
                each.d, each.components, (double) each.agents, noise.text(), energies ? "kept" : "");
        try (Ensemble ensemble =
                new CudaBackend(shape).open(problem.ensemble(each.agents).with(noise), 0)) {
            ensemble.start(problem.startReference());
            int count = Math.min(each.steps, ensemble.batch());
            double perStep = StepTimer.secondsPerStep(ensemble, problem, count);
            int perLaunch = Math.min(count, shape.steps());
            // State and energy are read and written once a launch, increments in memory once a step.
            double bytes = 8.0 * (each.d + (energies ? 1 : 0)) / perLaunch
                    + (noise == NoiseSource.CURAND ? 8.0 * each.d : 0);
            double rate = each.agents / perStep;
            System.out.printf(
                    "%s %d | %.2e | %.1f | %.0f %% | %.0f %% |%n",
                    what, perLaunch, rate, perStep * 1e6, 100 * bytes * rate / copy, 100 * each.d * rate / arithmetic);
        } catch (UnavailableException e) {
            System.out.println(what + " | | | | |");
            System.out.println(e.getMessage());
        }
    }

    /** Of all lanes of all multiprocessors. */
    private static double instructionsPerSecond() {
        int[] kilohertz = new int[1];
        Device device = Installation.found().device();
        int which = CUdevice_attribute.CU_DEVICE_ATTRIBUTE_CLOCK_RATE;
        CudaCheck.ok(JCudaDriver.cuDeviceGetAttribute(kilohertz, which, device.handle()), "clock");
        return 1e3 * kilohertz[0] * device.multiprocessors() * LANES;
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
        Problem problem = problem(d, components, CHECKED, 8, true);
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

    private static Problem problem(int d, int components, long agents, int steps, boolean energies) {
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
                .output(Output.DEFAULT.agentEnergies(energies))
                .build());
    }

    private static double[] filled(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }
}
