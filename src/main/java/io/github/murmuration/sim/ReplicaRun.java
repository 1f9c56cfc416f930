package io.github.murmuration.sim;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Seeds;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;

/**
 * The time loop of independent replicas of a population, in parts that are small enough to be at hand and large enough to fill the
 * machine. The path of a replica is a function of the seed, its number and its number of agents; it does not depend on the parts.
 */
public final class ReplicaRun {

    private static final long BYTES_AT_ONCE = 1L << 25;

    /** Of the heap, states may take one part in so many. */
    private static final long PART_OF_HEAP = 16;

    private final Problem problem;
    private final long agents;
    private final int from;
    private final int replicas;
    private final long seed;
    private final long bytesAtOnce;
    private final OptionalLong commonNoise;

    /**
     * @param agents N of each replica
     * @param seed of all of them; populations of other sizes have other noise under it, by {@link Seeds}
     * @throws IllegalArgumentException there are more of them than noise has counters for
     */
    public ReplicaRun(Problem problem, long agents, int replicas, long seed) {
        this(problem, agents, replicas, seed, bytesAtOnce(), OptionalLong.empty());
    }

    /** @param bytesAtOnce that the states of a part may take */
    ReplicaRun(Problem problem, long agents, int replicas, long seed, long bytesAtOnce) {
        this(problem, agents, replicas, seed, bytesAtOnce, OptionalLong.empty());
    }

    private ReplicaRun(
            Problem problem, long agents, int replicas, long seed, long bytesAtOnce, OptionalLong commonNoise) {
        if (Tiling.replicas(agents, 0, replicas).tiles() > Noise.MOST_TILES) {
            throw new IllegalArgumentException(
                    replicas + " replicas of " + agents + " agents are more than 2^48 tiles");
        }
        this.problem = problem;
        this.agents = agents;
        this.from = 0;
        this.replicas = replicas;
        this.seed = Seeds.of(seed, agents, 0);
        this.bytesAtOnce = bytesAtOnce;
        this.commonNoise = commonNoise;
    }

    private ReplicaRun(ReplicaRun whole, int from, int replicas) {
        this.problem = whole.problem;
        this.agents = whole.agents;
        this.from = from;
        this.replicas = replicas;
        this.seed = whole.seed;
        this.bytesAtOnce = whole.bytesAtOnce;
        this.commonNoise = whole.commonNoise;
    }

    /**
     * Some of the replicas, with their numbers.
     * @param from number of the first, a multiple of {@link Tiling#replicasPerTile}
     */
    public ReplicaRun some(int from, int count) {
        return new ReplicaRun(this, from, count);
    }

    private static long bytesAtOnce() {
        return Math.min(BYTES_AT_ONCE, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /**
     * One replica under a given noise in common: populations of any size share it.
     * @param key of that noise
     */
    public static ReplicaRun underCommonNoise(Problem problem, long agents, long seed, long key) {
        return new ReplicaRun(problem, agents, 1, seed, bytesAtOnce(), OptionalLong.of(key));
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
        int end = from + replicas;
        for (int first = from; first < end; first += atOnce) {
            Tiling tiling = Tiling.replicas(agents, first, Math.min(atOnce, end - first));
            EnsembleSpec own = problem.ensemble(tiling, seed).with(noise);
            EnsembleSpec spec = commonNoise.isPresent() ? own.underCommonNoise(commonNoise.getAsLong()) : own;
            try (Ensemble ensemble = backend.open(spec, threads)) {
                part(ensemble, spec, observer, progress);
            } catch (DivergenceException e) {
                throw new FailedRun(e, problem.scenario(), Map.of());
            }
        }
    }

    private void part(Ensemble ensemble, EnsembleSpec spec, ReplicaObserver observer, DoubleConsumer progress) {
        float[] reference = problem.startReference();
        double[] starts = ensemble.start(reference);
        ReplicaMoments moments = new ReplicaMoments(problem, spec, ensemble.labelCounts());
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
        float[][] rows = problem.rows(k, count);
        double[][] sums = ensemble.advance(k, count, rows);
        for (int s = 0; s < count; s++) {
            moments.step(sums, rows, s);
            observer.moments(k + s + 1, moments);
        }
    }

    /** Replicas of a part: those of whole tiles, as many as may be in memory, but at least one tile's. */
    private int atOnce() {
        int ofTile = Tiling.replicas(agents, 0, replicas).replicasPerTile();
        long each = Float.BYTES
                * problem.initial().dimension()
                * problem.schedules().size()
                * agents;
        return (int) Math.min(replicas, Math.max(1, bytesAtOnce / each / ofTile) * ofTile);
    }
}
