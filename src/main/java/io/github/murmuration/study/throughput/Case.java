package io.github.murmuration.study.throughput;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.sim.Problem;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Steps of one kind, of so many agents on one backend. */
record Case(Backend backend, Workload workload, long agents) {

    private static final int CHECKED = 5_000;
    private static final int CHECKED_STEPS = 4;
    private static final int FEWEST_RUNS = 3;
    private static final int WARM_UP = 20_000;
    private static final int WARM_UP_STEPS = 4;
    private static final int MOST_QUIETS = 15;

    /** Of the seconds of a case, those that a run takes at least. */
    private static final double RUN = 0.1;

    String name() {
        return backend.name() + "-" + workload.name() + "-" + agents;
    }

    /**
     * Whether sums and states of a few agents are those of cpu-scalar.
     * @param threads on the host
     */
    boolean exact(int threads) {
        Problem problem = workload.problem(CHECKED);
        try (Ensemble expected = Backends.select("cpu-scalar").open(problem.ensemble(CHECKED), threads);
                Ensemble actual = backend.open(problem.ensemble(CHECKED), threads)) {
            expected.start(problem.startReference());
            actual.start(problem.startReference());
            float[][] rows = rows(problem, CHECKED_STEPS);
            boolean same =
                    Arrays.deepEquals(expected.advance(0, CHECKED_STEPS, rows), actual.advance(0, CHECKED_STEPS, rows));
            for (int g = 0; g < workload.guidances(); g++) {
                same &= Arrays.deepEquals(expected.states(g, 0), actual.states(g, 0));
            }
            return same;
        }
    }

    /**
     * Steps a small population until the Java compiler has had nothing to do for a while: before it is through, vectors are a thousand
     * times slower.
     *
     * @param least seconds.
     * @param quiet seconds without work for the compiler.
     * @param threads on the host
     */
    void warmUp(double least, double quiet, int threads) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        Problem problem = workload.problem(WARM_UP);
        try (Ensemble ensemble = backend.open(workload.ensemble(problem, WARM_UP), threads)) {
            ensemble.start(problem.startReference());
            int count = Math.min(WARM_UP_STEPS, ensemble.batch());
            long begun = System.nanoTime();
            long busy = begun;
            long compiled = 0;
            while (seconds(begun) < least || seconds(busy) < quiet && seconds(begun) < MOST_QUIETS * quiet) {
                run(ensemble, problem, count);
                long total = compiler == null ? 0 : compiler.getTotalCompilationTime();
                busy = total > compiled ? System.nanoTime() : busy;
                compiled = total;
            }
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) * 1e-9;
    }

    /**
     * Times it for about so many seconds.
     * @param power of the machine.
     * @param threads on the host
     */
    Timing time(double seconds, Power power, int threads) {
        Problem problem = workload.problem(agents);
        try (Ensemble ensemble = backend.open(workload.ensemble(problem, agents), threads)) {
            ensemble.start(problem.startReference());
            return timed(ensemble, problem, seconds, power);
        }
    }

    /** First with more and more steps at once, which also has the Java compiler do its work. */
    private Timing timed(Ensemble ensemble, Problem problem, double seconds, Power power) {
        long begun = System.nanoTime();
        int most = Math.min(Workload.STEPS, ensemble.batch());
        int count = 1;
        while (run(ensemble, problem, count) < RUN * seconds && count < most) {
            count = Math.min(most, 2 * count);
        }
        List<Double> runs = new ArrayList<>();
        double before = power.joules();
        while (runs.size() < FEWEST_RUNS || seconds(begun) < seconds) {
            runs.add(run(ensemble, problem, count));
        }
        double agentSteps = (double) agents * workload.guidances() * count;
        double joules = power.joules() - before;
        double[] rates =
                runs.stream().mapToDouble(run -> agentSteps / run).sorted().toArray();
        return new Timing(
                agents,
                count,
                rates[rates.length / 2],
                rates[0],
                rates[rates.length - 1],
                joules > 0 ? joules / (agentSteps * runs.size()) : Double.NaN,
                "");
    }

    /** Seconds of a run. */
    private static double run(Ensemble ensemble, Problem problem, int count) {
        float[][] rows = rows(problem, count);
        long begun = System.nanoTime();
        ensemble.advance(0, count, rows);
        return (System.nanoTime() - begun) * 1e-9;
    }

    private static float[][] rows(Problem problem, int count) {
        return problem.schedules().stream().map(s -> s.rows(0, count)).toArray(float[][]::new);
    }
}
