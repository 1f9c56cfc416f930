package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pair means over those within a distance against those over everyone. */
class CutOffsTest {

    /** Spread out, in clusters 1e6 apart, about the seam of a circle, on small circles, and in up to three coordinates. */
    static Stream<Arguments> layouts() {
        String far =
                "mixture: {weights: [0.5, 0.4, 0.1], means: [[0, 0, 0, 0, 0], [1e6, -1e6, 3, 0, 0], [1e6, 1e6, 0, 0, 0]],"
                        + " standard-deviations: [[1, 1, 1, 0, 0], [0.1, 2, 1, 0, 0], [1e5, 1e5, 1e5, 0, 0]]}";
        return Stream.of(
                Arguments.of("[x]", "0.01", "", spread(10)),
                Arguments.of("[x]", "50", "", spread(10)),
                Arguments.of("[x, y]", "0.5", "", spread(3)),
                Arguments.of("[x, y]", "200", "", spread(1e4)),
                Arguments.of("[y, z]", "1", "", far),
                Arguments.of("[x, y, z]", "0.7", "", far),
                Arguments.of("[x, y, z]", "0.8", "", spread(2)),
                Arguments.of("[x]", "0.3", "x: {periodic: [-2, 4]}", spread(3)),
                Arguments.of("[x]", "2.5", "x: {periodic: [-2, 4]}", spread(3)),
                Arguments.of("[x]", "1e-4", "x: {periodic: [0, 1]}", spread(3)),
                Arguments.of("[x, y]", "0.4", "x: {periodic: [0, 2*pi]}, y: {periodic: [-1, 1]}", spread(3)),
                Arguments.of("[x, y, z]", "0.9", "x: {periodic: [0, 5]}, z: {periodic: [-8, -2]}", spread(2)));
    }

    private static String spread(double deviation) {
        return "gaussian: {mean: [0, 0, 0, 0, 0], standard-deviation: [D, D, D, 0, 0]}"
                .replace("D", Double.toString(deviation));
    }

    /** The same values are summed: numbers of neighbours are equal, other sums are but for their order. */
    @ParameterizedTest
    @MethodSource("layouts")
    @Tag("analytic")
    void cutOffsAreMeansOverEveryoneNear(String of, String radius, String boundary, String initial) {
        cutOff("cpu-scalar", of, radius, boundary, initial, 1100);
    }

    @ParameterizedTest
    @CsvSource({"'[x]', 0.001", "'[x, y]', 0.2", "'[x, y, z]', 0.5"})
    @Tag("slow")
    void cutOffsOfManyAgentsAreMeansOverEveryoneNear(String of, String radius) {
        cutOff("cpu", of, radius, "x: {periodic: [-2, 4]}", spread(2), 20_000);
    }

    /** The agents of two blocks are one population. */
    @Test
    @Tag("analytic")
    void neighboursAreFoundInEveryBlock() {
        int agents = 17_000;
        float[][] end = Runs.end(Runs.written("""
                        model: custom
                        dynamics:
                          state: [x, count]
                          pairs: {c: 1}
                          partners: {within: {radius: 0.001, of: x}}
                          drift: {x: 0, count: c}
                          horizon: 1
                        initial: {gaussian: {mean: [0, 0], standard-deviation: [1, 0]}}
                        population: {agents: 17e3, seed: 4}
                        time: {steps: 1}
                        """), "cpu-scalar");
        for (int i = 0; i < agents; i += 170) {
            int near = 0;
            for (int j = 0; j < agents; j++) {
                near += Math.abs(end[0][j] - end[0][i]) <= 0.001 ? 1 : 0;
            }
            assertEquals((double) near / agents, end[1][i], 1e-10, "agent " + i);
        }
    }

    private static void cutOff(String backend, String of, String radius, String boundary, String initial, int agents) {
        String near = Stream.of("x", "y", "z")
                .filter(of::contains)
                .map(name -> "(other." + name + " - " + name + ")^2")
                .collect(Collectors.joining(" + "));
        String everyone = """
                model: custom
                dynamics:
                  state: [x, y, z, count, force]
                  parameters: {radius: RADIUS}
                  pairs:
                    c: CUT1END
                    f: CUTother.x - x + 0.1*(other.z - z)END
                  partners: PARTNERS
                  drift: {x: 0, y: 0, z: 0, count: c, force: f}
                  boundary: {BOUNDARY}
                  horizon: 1
                initial: {INITIAL}
                population: {agents: AGENTS, seed: 4}
                time: {steps: 1}
                """.replace("RADIUS", radius)
                .replace("BOUNDARY", boundary)
                .replace("INITIAL", initial)
                .replace("AGENTS", Integer.toString(agents));
        String all = everyone.replace("CUT", "where(" + near + " <= radius^2, ")
                .replace("END", ", 0)")
                .replace("PARTNERS", "all");
        String within = everyone.replace("CUT", "")
                .replace("END", "")
                .replace("PARTNERS", "{within: {radius: " + radius + ", of: " + of + "}}");
        float[][] expected = Runs.end(Runs.written(all), backend);
        float[][] found = Runs.end(Runs.written(within), backend);
        assertArrayEquals(expected[3], found[3], "numbers of neighbours");
        float most = 0;
        for (int i = 0; i < agents; i++) {
            assertEquals(expected[4][i], found[4][i], 1e-5 * Double.parseDouble(radius) + 1e-6, "agent " + i);
            most = Math.max(most, expected[3][i]);
        }
        assertTrue(most > 1.5 / agents, "nobody has a neighbour");
    }
}
