package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Mark;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a replica does is a function of the seed, its number and its number of agents: others beside it, before it or after it change no bit. */
@Tag("parity")
class ReplicaNoiseTest {

    private static final int STEPS = 4;
    private static final long SEED = 11;

    /** Side by side in tiles, 85 and 3 of them, and on tiles of their own. Parts of 1, 3 and 8 tiles or replicas, and one of all. */
    @ParameterizedTest
    @CsvSource({"10, 260", "300, 10", "1500, 9"})
    void partsChangeNoBit(int agents, int replicas) {
        for (Scenario scenario : scenarios(agents)) {
            Problem problem = Problem.of(scenario);
            Object[] expected = run(problem, "cpu-scalar", replicas, Integer.MAX_VALUE);
            for (Backend backend : others()) {
                boolean refused = backend.name().equals("cuda")
                        && problem.ensemble(agents).start().fixedSizes();
                for (int atOnce : refused ? new int[0] : new int[] {1, 3, 8, Integer.MAX_VALUE}) {
                    assertArrayEquals(
                            expected,
                            run(problem, backend.name(), replicas, atOnce),
                            backend.name() + " in parts of " + atOnce);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1500})
    void replicasThatAreNotRunChangeNoBit(int agents) {
        for (Scenario scenario : scenarios(agents)) {
            Problem problem = Problem.of(scenario);
            Object[] eight = run(problem, "cpu", 8, Integer.MAX_VALUE);
            for (int replicas : new int[] {1, 3}) {
                assertArrayEquals(Arrays.copyOf(eight, replicas), run(problem, "cpu", replicas, Integer.MAX_VALUE));
            }
        }
    }

    /** States take as many times more memory, so parts are as many times smaller. */
    @Test
    void guidancesBesideItChangeNoBit() {
        Scenario three = TestScenarios.empirical(2, 1500, STEPS, Scheme.EXACT);
        Object[] expected = run(Problem.of(three), "cpu", 7, 5);
        for (int guidances : new int[] {1, 2}) {
            Problem few = Problem.of(three.toBuilder()
                    .guidance(three.guidance().subList(0, guidances))
                    .build());
            assertArrayEquals(expected, run(few, "cpu", 7, 5));
        }
    }

    /** From a point, one step of noise 1 over a time of 1 without drift: agent i of replica r is where the normal of its place puts it. */
    @ParameterizedTest
    @CsvSource({"10, 200", "300, 7", "1500, 4", "17000, 2"})
    void agentsHaveTheNoiseOfTheirPlace(int agents, int replicas) {
        CustomModel model = CustomModel.builder()
                .state("x")
                .drift("x", "0")
                .noise("x", "1")
                .horizon(1)
                .build();
        Problem problem = Problem.of(scenario(model, Law.point(0), agents, 1));
        Object[] found = run(problem, "cpu", replicas, 1);
        float[] four = new float[Noise.ROWS];
        for (int r = 0; r < replicas; r++) {
            Object[] of = (Object[]) found[r];
            float[] x = (float[]) of[of.length - 1];
            for (int i = 0; i < agents; i++) {
                long seed = Seeds.of(SEED, agents, 0);
                Noise.normals(seed, Stream.INCREMENT, column(agents, r, i), 0, 0, new int[Noise.ROWS], four);
                assertEquals(four[row(agents, i)], x[i], "agent " + i + " of replica " + r);
            }
        }
    }

    /** 1024 agents, 4 rows of 256 columns, to a tile: replicas of 10 have 3 columns each, 85 to a tile; of 300 have 75, 3 to a tile; of 1500 have 2 tiles each, of 17000 17. */
    private static long column(int agents, int replica, int i) {
        return switch (agents) {
            case 10 -> replica / 85 * 256L + replica % 85 * 3 + i % 3;
            case 300 -> replica / 3 * 256L + replica % 3 * 75 + i % 75;
            default -> (replica * (agents == 1500 ? 2L : 17L) + i / 1024) * 256 + i % 256;
        };
    }

    private static int row(int agents, int i) {
        return switch (agents) {
            case 10 -> i / 3;
            case 300 -> i / 75;
            default -> i % 1024 / 256;
        };
    }

    /** Columns are counted to 2^56 and 256 to a tile; replicas of 2^40 agents have 2^30 tiles each. */
    @Test
    void moreReplicasThanNoiseHasCountersForAreRefused() {
        Problem problem = Problem.of(TestScenarios.linear(1, 1, STEPS));
        new ReplicaRun(problem, 1L << 40, 1 << 18, SEED);
        assertThrows(IllegalArgumentException.class, () -> new ReplicaRun(problem, 1L << 40, (1 << 18) + 1, SEED));
    }

    /** Bridges with drawn endpoints and from listed points, linear-quadratic, a model with all that is drawn, and one of fixed sizes. */
    static List<Scenario> scenarios(int agents) {
        Law drawn = new Law.Mixture(new double[] {0.3, 0.7}, new double[][] {{0, 1}, {2, -1}}, narrow(), false);
        Law fixed = new Law.Mixture(new double[] {0.3, 0.7}, new double[][] {{0, 1}, {2, -1}}, narrow(), true);
        double[][] listed =
                IntStream.range(0, 7).mapToObj(i -> new double[] {i, -i}).toArray(double[][]::new);
        return List.of(
                TestScenarios.empirical(2, agents, STEPS, Scheme.EXACT),
                TestScenarios.mixtures(2, 2, true, agents, STEPS, Scheme.EULER_MARUYAMA).toBuilder()
                        .initial(new Law.Samples(listed))
                        .build(),
                TestScenarios.empiricalLinear(2, agents, STEPS),
                scenario(model(), drawn, agents, STEPS),
                scenario(model(), fixed, agents, STEPS));
    }

    private static Covariance[] narrow() {
        return new Covariance[] {Covariance.isotropic(2, 0.3), Covariance.isotropic(2, 0.5)};
    }

    private static CustomModel model() {
        return CustomModel.builder()
                .state("x", "v")
                .mark("pull", new Mark.Gaussian(1, 0.2))
                .mark("dealt", new Mark.Samples(List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1)))
                .drift("x", "v")
                .drift("v", "pull*(mean(v, 2) - v) - dealt*sin(x)")
                .noise("v", "0.3")
                .commonNoise("v", "0.5*mean(cos(x))")
                .cost("(v - mean(v))^2")
                .horizon(1)
                .build();
    }

    private static Scenario scenario(CustomModel model, Law initial, int agents, int steps) {
        return Scenario.builder()
                .name("test")
                .dynamics(model)
                .initial(initial)
                .agents(agents)
                .steps(steps)
                .output(new Output(1, 0, 0, 0))
                .build();
    }

    static List<Backend> others() {
        return Backends.all().stream()
                .filter(backend -> backend.availability().usable())
                .filter(backend -> !backend.name().equals("cpu-scalar"))
                .toList();
    }

    /**
     * Of each replica under the first guidance: moments of every step, states of all agents at the end.
     * @param atOnce tiles or replicas of a part
     */
    private static Object[] run(Problem problem, String backend, int replicas, int atOnce) {
        long agents = problem.scenario().population().agents();
        int ofTile = Tiling.replicas(agents, 0, replicas).replicasPerTile();
        long bytes = Float.BYTES * problem.initial().dimension() * agents * ofTile * atOnce;
        Recorder recorder = new Recorder(problem, replicas);
        new ReplicaRun(problem, agents, replicas, SEED, bytes)
                .run(Backends.select(backend), NoiseSource.PHILOX, 2, recorder, work -> {});
        return recorder.all.stream().map(List::toArray).toArray();
    }

    private static final class Recorder implements ReplicaObserver {

        private final Problem problem;
        private final List<List<Object>> all;

        Recorder(Problem problem, int replicas) {
            this.problem = problem;
            this.all = IntStream.range(0, replicas)
                    .<List<Object>>mapToObj(r -> new ArrayList<>())
                    .toList();
        }

        @Override
        public void moments(int k, ReplicaMoments moments) {
            for (int r = 0; r < moments.replicas(); r++) {
                for (int j = 0; j < problem.initial().dimension(); j++) {
                    all.get(moments.firstReplica() + r)
                            .addAll(List.of(moments.mean(0, r, j), moments.variance(0, r, j), moments.count(r, 0)));
                }
            }
        }

        @Override
        public int nextLook(int k) {
            return problem.grid().steps();
        }

        @Override
        public void look(int k, ReplicaMoments moments, Ensemble ensemble) {
            for (int j = 0; k > 0 && j < problem.initial().dimension(); j++) {
                float[] x = coordinate(ensemble, moments.tiling(), j);
                int each = x.length / moments.replicas();
                for (int r = 0; r < moments.replicas(); r++) {
                    all.get(moments.firstReplica() + r).add(Arrays.copyOfRange(x, r * each, (r + 1) * each));
                }
            }
        }

        private static float[] coordinate(Ensemble ensemble, Tiling tiling, int j) {
            float[] all = new float[(int) tiling.agents() * tiling.replicas()];
            for (int b = 0; b < tiling.blocks(); b++) {
                float[] part = ensemble.states(0, b)[j];
                int at = (int) (tiling.firstAgent(b) - tiling.agentsBefore());
                System.arraycopy(part, 0, all, at, part.length);
            }
            return all;
        }
    }
}
