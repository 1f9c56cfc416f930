package io.github.murmuration.diffusion;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaMoments;
import io.github.murmuration.sim.ReplicaObserver;
import io.github.murmuration.sim.ReplicaRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

/**
 * Advances clouds by a written model, as the replicas of one population: point i of cloud r is agent r N + i.
 *
 * @param threads worker threads on the host; 0 for one per core
 * @param progress takes point-steps done since it was last called
 */
public record Generator(Backend backend, int threads, DoubleConsumer progress) {

    /** Points that are advanced at a time. */
    private static final int POINTS_AT_ONCE = 1 << 20;

    /** Without reports of progress. */
    public Generator(Backend backend, int threads) {
        this(backend, threads, done -> {});
    }

    /**
     * Clouds at the end of the model's horizon, in the order of their starts. They depend on the seed, the starts and their order alone.
     *
     * @param starts of one number of points
     * @throws io.github.murmuration.sim.FailedRun a point left the representable range
     * @throws ScenarioException the model is too large for a step
     */
    public List<Cloud> run(CustomModel model, int steps, List<Cloud> starts, long seed) {
        int points = starts.get(0).size();
        int atOnce = Math.max(1, POINTS_AT_ONCE / points);
        List<Cloud> ends = new ArrayList<>();
        for (int first = 0; first < starts.size(); first += atOnce) {
            List<Cloud> some = starts.subList(first, Math.min(starts.size(), first + atOnce));
            ends.addAll(runSome(model, steps, some, Seeds.of(seed, first / atOnce, 0)));
        }
        return ends;
    }

    /**
     * Advances one cloud, and shows it on its way.
     *
     * @param looks steps before which it is shown; the number of steps is the end
     * @param look takes the number of the step and the cloud
     * @throws io.github.murmuration.sim.FailedRun a point left the representable range
     * @throws ScenarioException the model is too large for a step
     */
    public void watch(
            CustomModel model, int steps, Cloud start, long seed, BitSet looks, BiConsumer<Integer, Cloud> look) {
        double[][] points = new double[start.size()][];
        run(model, steps, List.of(start), seed, points, looks, k -> look.accept(k, new Cloud(points.clone())));
    }

    private List<Cloud> runSome(CustomModel model, int steps, List<Cloud> starts, long seed) {
        int points = starts.get(0).size();
        double[][] ends = new double[points * starts.size()][];
        BitSet last = new BitSet();
        last.set(steps);
        run(model, steps, starts, seed, ends, last, k -> {});
        List<Cloud> clouds = new ArrayList<>();
        for (int r = 0; r < starts.size(); r++) {
            clouds.add(new Cloud(Arrays.copyOfRange(ends, r * points, (r + 1) * points)));
        }
        return clouds;
    }

    private void run(
            CustomModel model,
            int steps,
            List<Cloud> starts,
            long seed,
            double[][] seen,
            BitSet looks,
            IntConsumer look) {
        int points = starts.get(0).size();
        double[][] rows =
                starts.stream().flatMap(cloud -> Arrays.stream(cloud.points())).toArray(double[][]::new);
        Scenario scenario = Scenario.builder()
                .dynamics(model)
                .initial(Law.samples(rows))
                .agents(points)
                .steps(steps)
                .build();
        Problem problem = Problem.of(scenario);
        new ReplicaRun(problem, points, starts.size(), seed)
                .run(backend, NoiseSource.PHILOX, threads, new Looks(problem, seen, looks, look), progress);
    }

    /**
     * Takes the points before some steps.
     * @param seen by the number of the agent, overwritten.
     * @param look called with the step then
     */
    private record Looks(Problem problem, double[][] seen, BitSet steps, IntConsumer look) implements ReplicaObserver {

        @Override
        public void moments(int k, ReplicaMoments moments) {}

        @Override
        public int nextLook(int k) {
            int next = steps.nextSetBit(k + 1);
            return next < 0 ? Integer.MAX_VALUE : next;
        }

        @Override
        public void look(int k, ReplicaMoments moments, Ensemble ensemble) {
            if (!steps.get(k)) {
                return;
            }
            Tiling tiling = moments.tiling();
            double[] centre = problem.schedules().get(0).centre(k);
            for (int b = 0; b < tiling.blocks(); b++) {
                float[][] states = ensemble.states(0, b);
                int at = (int) tiling.firstAgent(b);
                for (int i = 0; i < states[0].length; i++) {
                    seen[at + i] = point(states, i, centre);
                }
            }
            look.accept(k);
        }

        private static double[] point(float[][] states, int i, double[] centre) {
            double[] point = new double[states.length];
            for (int j = 0; j < point.length; j++) {
                point[j] = centre[j] + states[j][i];
            }
            return point;
        }
    }
}
