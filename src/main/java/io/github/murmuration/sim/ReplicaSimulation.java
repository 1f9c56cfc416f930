package io.github.murmuration.sim;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The time loop of replicas of a small population, advanced together: each has the result of a {@link Simulation} of it alone, to the
 * bit.
 */
public final class ReplicaSimulation {

    /** Numbers of the states and the records of replicas that are advanced together, at most. */
    private static final double NUMBERS = 1L << 20;

    /** Agent-steps of these at most: what a processor core takes a few seconds for. */
    private static final double AGENT_STEPS = 1L << 30;

    /** Pairs that take the time of an agent-step. */
    private static final double PAIRS = 16;

    /** Mean, variance and power of a coordinate. */
    private static final int RECORDED = 3;

    private final Problem problem;
    private final int replicas;
    private final Backend backend;
    private final NoiseSource noise;
    private final int threads;
    private final Progress progress;

    /**
     * @param problem of the first of the replicas
     * @param replicas that one and those after it
     * @param threads 0 for one per core
     * @throws IllegalArgumentException the scenario asks for paths, histograms or snapshots
     */
    public ReplicaSimulation(
            Problem problem, int replicas, Backend backend, NoiseSource noise, int threads, Progress progress) {
        Output output = problem.scenario().output();
        if (output.paths() > 0
                || output.histogramBins() > 0
                || !output.snapshots().isEmpty()) {
            throw new IllegalArgumentException("replicas that are advanced together have moments alone");
        }
        this.problem = problem;
        this.replicas = replicas;
        this.backend = backend;
        this.noise = noise;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Replicas of a scenario's population that should be advanced together: those of whole tiles, with at most 2^20 numbers and 2^30
     * agent-steps; 1 where the replicas of a tile have more.
     */
    public static int together(Scenario scenario) {
        long agents = scenario.population().agents();
        int ofTile = Tiling.replicas(agents, 0, 1).replicasPerTile();
        double steps = scenario.time().steps();
        double places = Math.ceil((double) agents / Noise.TILE) * Noise.TILE / ofTile;
        double numbers = places + RECORDED * steps / scenario.output().momentsEvery();
        double copies = (double) scenario.dimension() * scenario.guidance().size();
        boolean pairs = scenario.dynamics()
                .written()
                .filter(model -> !model.pairs().isEmpty())
                .isPresent();
        double work = agents * steps * copies * (pairs ? Math.max(1, agents / PAIRS) : 1);
        double most = Math.min(NUMBERS / (numbers * copies), AGENT_STEPS / work);
        return most < ofTile ? 1 : (int) most / ofTile * ofTile;
    }

    /**
     * Results in the order of the replicas, all with the scenario of the first; times and rates are those of all together.
     * @throws FailedRun an agent of any of them left the representable range
     */
    public List<RunResult> run() {
        long begun = System.nanoTime();
        int first = problem.scenario().population().replica().orElseThrow();
        int before = first % Tiling.replicas(agents(), 0, 1).replicasPerTile();
        EnsembleSpec spec = problem.replicas(first - before, before + replicas).with(noise);
        try (Ensemble ensemble = backend.open(spec, threads)) {
            long opened = System.nanoTime();
            List<RunRecord> records = start(ensemble, spec, before);
            loop(ensemble, spec, before, records);
            double agentSteps =
                    (double) spec.agents() * replicas * problem.grid().steps() * spec.guidances();
            Findings.Times times = new Findings.Times(begun, opened, System.nanoTime(), agentSteps);
            progress.begin("covariances");
            try (Crew<?> crew = Crew.of(threads)) {
                Findings findings = new Findings(problem, backend, noise, crew, Progress.NONE);
                SharedBlock shared = new SharedBlock(ensemble, spec.guidances());
                List<RunResult> results = new ArrayList<>();
                for (int r = 0; r < replicas; r++) {
                    Agents agents = new Agents(ensemble, spec, before + r, shared);
                    results.add(findings.of(new RunState(agents, records.get(r)), times));
                }
                return results;
            }
        }
    }

    /** @param before replicas of the first tile that nobody asked for */
    private List<RunRecord> start(Ensemble ensemble, EnsembleSpec spec, int before) {
        float[] reference = problem.startReference();
        double[] starts = ensemble.start(reference);
        List<RunRecord> records = new ArrayList<>();
        long[][] counts = ensemble.labelCounts();
        for (int r = before; r < before + replicas; r++) {
            RunRecord record = new RunRecord(problem, spec, counts[r], threads);
            record.start(own(starts, spec, r, 1), reference);
            records.add(record);
        }
        return records;
    }

    private void loop(Ensemble ensemble, EnsembleSpec spec, int before, List<RunRecord> records) {
        int steps = problem.grid().steps();
        for (int k = 0; k < steps; ) {
            int count = Math.min(ensemble.batch(), steps - k);
            float[][] rows = problem.rows(k, count);
            double[][] sums = advance(ensemble, records, k, count, rows);
            for (int r = 0; r < replicas; r++) {
                int replica = before + r;
                double[][] own = Arrays.stream(sums)
                        .map(all -> own(all, spec, replica, count))
                        .toArray(double[][]::new);
                records.get(r).steps(k, count, rows, own);
            }
            k += count;
            progress.advanced(k, steps);
        }
    }

    private double[][] advance(Ensemble ensemble, List<RunRecord> records, int k, int count, float[][] rows) {
        try {
            return ensemble.advance(k, count, rows);
        } catch (DivergenceException e) {
            throw new FailedRun(e, problem.scenario(), records.get(0).before(k));
        }
    }

    private long agents() {
        return problem.scenario().population().agents();
    }

    /**
     * The sums of a replica.
     * @param all [count][replica][SumLayout]
     */
    private static double[] own(double[] all, EnsembleSpec spec, int replica, int count) {
        int size = spec.sums().size();
        double[] own = new double[count * size];
        for (int s = 0; s < count; s++) {
            System.arraycopy(all, (s * spec.tiling().replicas() + replica) * size, own, s * size, size);
        }
        return own;
    }
}
