package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.sim.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.JCudaDriver;

/**
 * Agent-steps per second on the device, moments reduced at every step: many steps per launch and one, energies kept and not, noise drawn
 * and from cuRAND. Every kind of step is first compared with the scalar reference, bit for bit. Figures are medians of five timed runs
 * after two to warm up; shares are those of the bytes that must move at the bandwidth of a copy, and of 41 instructions per
 * coordinate-step, what the reproducible arithmetic of an affine step takes, at the clock that the driver tells. The cases that matter
 * most come first; those for which no time is left are counted at the end.
 *
 * <p>Arguments: seconds to take (default 60), the largest N (default 1e8), and the steps of a timed run (default 128).
 */
class DeviceThroughput {

    private static final int LANES = 128;
    private static final int INSTRUCTIONS = 41;
    private static final LaunchShape MANY = LaunchShape.WHOLE;
    private static final LaunchShape ONE = LaunchShape.ofSteps(1);

    private final double copy = copyBandwidth();
    private final double arithmetic = instructionsPerSecond() / INSTRUCTIONS;
    private final Set<String> checked = new HashSet<>();

    /** A case, how it is launched, and where its noise is from. */
    private record Timed(DeviceCase what, LaunchShape shape, NoiseSource noise) {}

    public static void main(String[] args) {
        double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 60;
        double largest = args.length > 1 ? Double.parseDouble(args[1]) : 1e8;
        int steps = args.length > 2 ? Integer.parseInt(args[2]) : 128;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        System.out.println(new CudaBackend().availability().detail());
        DeviceThroughput throughput = new DeviceThroughput();
        System.out.printf("%ncopy bandwidth: %.2f TB/s (read and written bytes)%n", throughput.copy * 1e-12);
        System.out.printf("arithmetic ceiling: %.2e coordinate-steps/s%n%n", throughput.arithmetic);
        System.out.println("| d | step | agents | noise | energies | steps per launch | agent-steps/s | us per step"
                + " | memory traffic / copy | coordinate-steps / arithmetic ceiling |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        int left = 0;
        for (Timed timed : cases(largest, steps)) {
            if (System.nanoTime() < end) {
                throughput.time(timed);
            } else {
                left++;
            }
        }
        System.out.printf("%n%d cases were left out for want of time%n", left);
    }

    /** Those that matter most first: a large population by kinds of step, then more coordinates, then other sizes and noise. */
    private static List<Timed> cases(double largest, int steps) {
        List<Timed> cases = new ArrayList<>();
        for (int components : new int[] {0, 1, 2, 4}) {
            cases.add(new Timed(of(1, components, false, largest, steps, true), MANY, NoiseSource.PHILOX));
            cases.add(new Timed(of(1, components, false, largest, steps, false), ONE, NoiseSource.PHILOX));
        }
        for (int d : new int[] {2, 4, 8}) {
            cases.add(new Timed(of(d, 2, false, largest / 10, steps, true), MANY, NoiseSource.PHILOX));
            cases.add(new Timed(of(d, 0, false, largest / 10, steps, true), MANY, NoiseSource.PHILOX));
        }
        for (int components : new int[] {0, 2}) {
            cases.add(new Timed(of(32, components, false, largest / 100, steps, true), MANY, NoiseSource.PHILOX));
        }
        cases.add(new Timed(of(32, 2, true, largest / 100, steps, true), MANY, NoiseSource.PHILOX));
        for (double agents = 1e4; agents < largest; agents *= 10) {
            for (int components : new int[] {0, 1, 2}) {
                cases.add(new Timed(of(1, components, false, agents, steps, true), MANY, NoiseSource.PHILOX));
                cases.add(new Timed(of(1, components, false, agents, steps, false), ONE, NoiseSource.PHILOX));
            }
        }
        cases.add(new Timed(of(16, 2, false, largest / 100, steps, true), MANY, NoiseSource.PHILOX));
        cases.add(new Timed(of(8, 2, true, largest / 100, steps, true), MANY, NoiseSource.PHILOX));
        cases.add(new Timed(of(1, 8, false, largest, steps, true), MANY, NoiseSource.PHILOX));
        cases.add(new Timed(of(1, 2, false, largest, steps, true), MANY, NoiseSource.CURAND));
        return cases;
    }

    private static DeviceCase of(int d, int components, boolean full, double agents, int steps, boolean energies) {
        return new DeviceCase(d, components, full, (long) agents, steps, energies);
    }

    private void time(Timed timed) {
        DeviceCase each = timed.what;
        if (checked.add(each.d() + each.step())) {
            each.check();
        }
        String what = "| %d | %s | %.0e | %s | %s |".formatted(
                each.d(), each.step(), (double) each.agents(), timed.noise.text(), each.energies() ? "kept" : "");
        Problem problem = each.problem();
        try (Ensemble ensemble = new CudaBackend(timed.shape).open(problem.ensemble(each.agents()).with(timed.noise), 0)) {
            ensemble.start(problem.startReference());
            int count = Math.min(each.steps(), ensemble.batch());
            double perStep = StepTimer.secondsPerStep(ensemble, problem, count);
            int perLaunch = Math.min(count, timed.shape.steps());
            // State and energy are read and written once a launch, increments in memory once a step.
            double bytes = 8.0 * (each.d() + (each.energies() ? 1 : 0)) / perLaunch
                    + (timed.noise == NoiseSource.CURAND ? 8.0 * each.d() : 0);
            double rate = each.agents() / perStep;
            System.out.printf(
                    "%s %d | %.2e | %.1f | %.0f %% | %.0f %% |%n",
                    what, perLaunch, rate, perStep * 1e6, 100 * bytes * rate / copy, 100 * each.d() * rate / arithmetic);
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
}
