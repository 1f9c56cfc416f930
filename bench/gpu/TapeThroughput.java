package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;
import java.util.Map;

/**
 * Agent-steps per second of models whose means feed back, on the device: mean-field-ou, desai-zwanzig and kuramoto. Each is first compared
 * with the scalar reference, bit for bit. Whether their step is compiled or interpreted is said by MURMURATION_CUDA_TAPES; to open a population
 * takes the time of compiling where nothing is kept yet.
 *
 * <p>Arguments: the steps of a timed run (default 64), then numbers of agents (default 1e4 1e6 1e8).
 */
class TapeThroughput {

    private static final int CHECKED = 20_000;
    private static final int CHECKED_STEPS = 400;

    public static void main(String[] args) {
        int steps = args.length > 0 ? Integer.parseInt(args[0]) : 64;
        String[] sizes = args.length > 1 ? Arrays.copyOfRange(args, 1, args.length) : new String[] {"1e4", "1e6", "1e8"};
        System.out.println(new CudaBackend().availability().detail());
        String tapes = System.getenv().getOrDefault("MURMURATION_CUDA_TAPES", "compiled");
        System.out.println("| model | agents | tape | agent-steps/s | us per step | ms to open |\n| --- | --- | --- | --- | --- | --- |");
        for (String model : new String[] {"mean-field-ou", "desai-zwanzig", "kuramoto"}) {
            check(model);
            for (String agents : sizes) {
                Problem problem = problem(model, agents, steps);
                long begun = System.nanoTime();
                try (Ensemble ensemble = new CudaBackend().open(problem.ensemble((long) Double.parseDouble(agents)), 0)) {
                    double opened = (System.nanoTime() - begun) * 1e-6;
                    ensemble.remarks().forEach(System.out::println);
                    ensemble.start(problem.startReference());
                    double perStep = StepTimer.secondsPerStep(ensemble, problem, Math.min(steps, ensemble.batch()));
                    System.out.printf(
                            "| %s | %s | %s | %.2e | %.1f | %.0f |%n",
                            model, agents, tapes, Double.parseDouble(agents) / perStep, perStep * 1e6, opened);
                }
            }
        }
    }

    private static void check(String model) {
        Problem problem = problem(model, Integer.toString(CHECKED), CHECKED_STEPS);
        Backend reference = Backends.select("cpu-scalar");
        try (Ensemble expected = reference.open(problem.ensemble(CHECKED), 0);
                Ensemble actual = new CudaBackend().open(problem.ensemble(CHECKED), 0)) {
            float[][] rows = {problem.schedules().get(0).rows(0, 8)};
            expected.start(problem.startReference());
            actual.start(problem.startReference());
            boolean sums = Arrays.deepEquals(expected.advance(0, 8, rows), actual.advance(0, 8, rows));
            if (!sums || !Arrays.deepEquals(expected.states(0, 1), actual.states(0, 1))) {
                throw new IllegalStateException(model + ": the backends disagree");
            }
        }
    }

    private static Problem problem(String model, String agents, int steps) {
        Map<String, String> changes = Map.of("population.agents", agents, "time.steps", Integer.toString(Math.max(steps, CHECKED_STEPS)));
        return Problem.of(ScenarioReader.read(model, changes).scenario());
    }
}
