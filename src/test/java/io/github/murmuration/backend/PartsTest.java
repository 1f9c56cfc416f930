package io.github.murmuration.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Mark;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.RandomModels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A population in parts, each with a thread of its own, has the bits of the whole. */
class PartsTest {

    /** The last block is neither whole nor a whole number of tiles. */
    private static final int BLOCKS = 7;

    private static final int AGENTS = (BLOCKS - 1) * Tiling.BLOCK + 1500;

    private static final int STEPS = 4;

    /** Random models, and every which of them is large. */
    private static final int MODELS = Integer.getInteger("random.models", 40);

    private static final int EVERY = 20;

    /** Means of labels, a covariance and common noise act on every step. */
    @ParameterizedTest
    @CsvSource({"cpu, 1", "cpu, 2", "cpu, 3", "cpu, 7", "cpu-scalar, 3"})
    void meansActAcrossParts(String backend, int parts) {
        Problem problem = Problem.of(written("x - v*where(mean(v, 2) > 0, 1, 2) + covariance(x, v)"));
        assertSame(problem, backend, parts);
    }

    @ParameterizedTest
    @CsvSource("cpu, 3")
    void agentsThatGoTheirOwnWayAreTheSame(String backend, int parts) {
        assertSame(
                Problem.of(TestScenarios.mixtures(2, 3, true, AGENTS, STEPS, Scheme.EULER_MARUYAMA)), backend, parts);
    }

    /** Whatever a model does, but for pairs, which take all agents. */
    @Test
    void randomModelsAreTheSame() {
        for (int seed = EVERY; seed <= MODELS; seed += EVERY) {
            Problem problem = Problem.of(RandomModels.of(seed).toBuilder()
                    .agents(AGENTS)
                    .steps(STEPS)
                    .build());
            if (!problem.written().orElseThrow().model().pairs().isEmpty()) {
                continue;
            }
            Object[] whole = advance(problem, "cpu", Part.WHOLE);
            if (!(whole[whole.length - 1] instanceof String)) {
                assertSame(whole, advance(problem, "cpu", 2 + seed / EVERY % 2));
            }
        }
    }

    /** Agent 40000, in the third block, and no other: every part hears of it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void divergenceOfAnAgentStopsAllParts(int parts) {
        Problem problem = Problem.of(written("where(mark == 40000 and t > 0.5, 1e30, mean(v))"));
        List<Object[]> found = advance(problem, "cpu", parts);
        for (Object[] part : found) {
            assertEquals("agent 40000 left the representable range in step 3", part[part.length - 1]);
        }
    }

    @Test
    void meansActAcrossDevices() {
        assumeTrue(cuda());
        Problem problem = Problem.of(written("x - v*where(mean(v, 2) > 0, 1, 2) + covariance(x, v)"));
        Object[] whole = advance(problem, "cuda", Part.WHOLE);
        for (int parts : new int[] {1, 2, 3, 7}) {
            assertSame(whole, advance(problem, "cuda", parts));
        }
    }

    @Test
    @Tag("slow")
    void agentsThatGoTheirOwnWayAreTheSameOnDevices() {
        assumeTrue(cuda());
        agentsThatGoTheirOwnWayAreTheSame("cuda", 3);
    }

    @Test
    void divergenceOnADeviceStopsTheOthers() {
        assumeTrue(cuda());
        Problem problem = Problem.of(written("where(mark == 40000 and t > 0.5, 1e30, mean(v))"));
        for (Object[] part : advance(problem, "cuda", 3)) {
            assertEquals("agent 40000 left the representable range in step 3", part[part.length - 1]);
        }
    }

    private static boolean cuda() {
        try {
            return Backends.select("cuda") != null;
        } catch (UnavailableException e) {
            return false;
        }
    }

    private void assertSame(Problem problem, String backend, int parts) {
        assertSame(advance(problem, backend, Part.WHOLE), advance(problem, backend, parts));
    }

    private static void assertSame(Object[] whole, List<Object[]> found) {
        int common = whole.length - BLOCKS;
        List<Object> blocks = new ArrayList<>();
        for (Object[] part : found) {
            assertArrayEquals(head(whole, common), head(part, common), "sums, counts and feedback");
            blocks.addAll(List.of(part).subList(common, part.length));
        }
        assertArrayEquals(List.of(whole).subList(common, whole.length).toArray(), blocks.toArray(), "agents");
    }

    private static Object[] head(Object[] all, int count) {
        return List.of(all).subList(0, count).toArray();
    }

    /** Of each part sums of all steps, counts and feedback, then each block; or what stopped it. */
    private List<Object[]> advance(Problem problem, String backend, int parts) {
        return new Meeting(BLOCKS, parts).run((p, part) -> advance(problem, backend, part));
    }

    private static Object[] advance(Problem problem, String backend, Part part) {
        List<Object> found = new ArrayList<>();
        try (Ensemble ensemble =
                Backends.select(backend).open(problem.ensemble(AGENTS).with(part), 1)) {
            found.add(ensemble.start(problem.startReference()));
            for (int k = 0; k < STEPS; k += 2) {
                int step = k;
                found.add(ensemble.advance(
                        k,
                        2,
                        problem.schedules().stream()
                                .map(schedule -> schedule.rows(step, 2))
                                .toArray(float[][]::new)));
            }
            found.addAll(List.of(ensemble.labelCounts(), ensemble.feedback()));
            for (int b = part.from(); b < Math.min(BLOCKS, part.to()); b++) {
                found.add(List.of(new Object[] {ensemble.states(0, b), ensemble.energies(0, b), ensemble.labels(b)})
                        .toArray());
            }
        } catch (DivergenceException e) {
            found.add(e.getMessage());
        }
        return found.toArray();
    }

    private static Scenario written(String force) {
        List<Double> numbers =
                IntStream.range(0, AGENTS).mapToObj(i -> (double) i).toList();
        CustomModel model = CustomModel.builder()
                .state("x", "v")
                .mark("mark", new Mark.Samples(numbers))
                .drift("x", "v")
                .drift("v", force)
                .noise("v", "0.3")
                .commonNoise("v", "0.5*mean(cos(x))")
                .boundary("x", new Boundary.Periodic(-2, 2))
                .cost("(v - mean(v))^2")
                .horizon(1)
                .build();
        return Scenario.builder()
                .name("test")
                .dynamics(model)
                .initial(TestScenarios.mixtures(2, 3, false, AGENTS, STEPS, Scheme.EULER_MARUYAMA)
                        .initial())
                .agents(AGENTS)
                .seed(5)
                .steps(STEPS)
                .output(new Output(1, 0, 0, 0))
                .build();
    }
}
