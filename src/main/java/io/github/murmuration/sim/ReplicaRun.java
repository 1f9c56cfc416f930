package io.github.murmuration.sim;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.rng.Seeds;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;

/** The time loop of independent replicas of a population, in parts that are small enough to be at hand and large enough to fill the machine. */
public final class ReplicaRun {

    private static final long BYTES_AT_ONCE = 1L << 24;

    private final Problem problem;
    private final long agents;
    private final int replicas;
    private final long seed;
    private final OptionalLong commonNoise;

    /** @param agents N of each replica. @param seed of all of them; parts have seeds of their own, by {@link Seeds} */
    public ReplicaRun(Problem problem, long agents, int replicas, long seed) {
        this(problem, agents, replicas, seed, OptionalLong.empty());
    }

    private ReplicaRun(Problem problem, long agents, int replicas, long seed, OptionalLong commonNoise) {
        this.problem = problem;
        this.agents = agents;
        this.replicas = replicas;
        this.seed = seed;
        this.commonNoise = commonNoise;
    }

    /** One replica under a given noise in common: populations of any size share it. @param key of that noise */
    public static ReplicaRun underCommonNoise(Problem problem, long agents, long seed, long key) {
        return new ReplicaRun(problem, agents, 1, seed, OptionalLong.of(key));
    }

    /** Agents times steps times guidances. */
    public double agentSteps() {
        return (double) agents
                * replicas
                * problem.grid().steps()
                * problem.schedules().size();
    }

    /**
     * Advances all of them, a part at a time.
     *
     * @param threads worker threads on the host; 0 for one per core
     * @param progress takes agent-steps done since it was last called
     * @throws FailedRun an agent left the representable range
     */
    public void run(
            Backend backend, NoiseSource noise, int threads, ReplicaObserver observer, DoubleConsumer progress) {
        int atOnce = atOnce();
        for (int first = 0; first < replicas; first += atOnce) {
            int count = Math.min(atOnce, replicas - first);
            EnsembleSpec spec = problem.ensemble(agents, count, Seeds.of(seed, agents, first))
                    .with(noise);
            spec = commonNoise.isPresent() ? spec.underCommonNoise(commonNoise.getAsLong()) : spec;
            try (Ensemble ensemble = backend.open(spec, threads)) {
                part(ensemble, spec, first, observer, progress);
            } catch (DivergenceException e) {
                throw new FailedRun(e, problem.scenario(), Map.of());
            }
        }
    }

    private void part(
            Ensemble ensemble, EnsembleSpec spec, int first, ReplicaObserver observer, DoubleConsumer progress) {
        float[] reference = problem.startReference();
        double[] starts = ensemble.start(reference);
        ReplicaMoments moments = new ReplicaMoments(problem, spec, first, ensemble.labelCounts());
        moments.start(starts, reference);
        observer.moments(0, moments);
        observer.look(0, moments, ensemble);
        int steps = problem.grid().steps();
        for (int k = 0; k < steps; ) {
            int look = Math.min(steps, observer.nextLook(k));
            int count = Math.min(ensemble.batch(), look - k);
            advance(ensemble, moments, k, count, observer);
            k += count;
            if (k == observer.nextLook(k - 1)) {
                observer.look(k, moments, ensemble);
            }
            progress.accept((double) moments.replicas() * agents * count * spec.guidances());
        }
    }

    private void advance(Ensemble ensemble, ReplicaMoments moments, int k, int count, ReplicaObserver observer) {
        float[][] rows = problem.schedules().stream()
                .map(schedule -> schedule.rows(k, count))
                .toArray(float[][]::new);
        double[][] sums = ensemble.advance(k, count, rows);
        for (int s = 0; s < count; s++) {
            moments.step(sums, rows, s);
            observer.moments(k + s + 1, moments);
        }
    }

    /**
     * Replicas of a part: their agents' states take 16 MiB per guidance, unless it is one. Neither guidances nor the number of replicas
     * changes it, so the noise of a replica depends on neither.
     */
    private int atOnce() {
        long perReplica = Float.BYTES * problem.initial().dimension() * agents;
        return (int) Math.max(1, Math.min(replicas, BYTES_AT_ONCE / perReplica));
    }
}
