package io.github.murmuration.cli;

import io.github.murmuration.scenario.BundledScenarios;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the fuzz targets damage: small scenarios of every model and form of law, and what the program leaves of them. */
final class FuzzScenarios {

    /** The scenario of the studies that were stopped. */
    static final String STUDIED = "initial: {point: 1}\n" + "target: {gaussian: {mean: 0, standard-deviation: 1}}\n"
            + "population: {agents: 10, seed: 1}\ntime: {steps: 8}\n";

    private static final String MIXTURES = """
            name: mixtures
            description: two components
            model: guided-bridge
            initial: {mixture: {weights: [0.6, 0.4], means: [[1, 0], [2, 1]], covariances: [[[1, 0.2], [0.2, 1]], [[2, 0], [0, 1]]]}}
            target: {patterns: [[0, 0], [1, 1]]}
            protocol: {breaks: [0, 0.25, 0.5, 1], beta: {first: 2, ratio: 0.5}, guidance-shape: piecewise-linear}
            guidance: [mean-field, zero, target-mean, {custom: [[0, 0], [1, 0], [1, 1], [2, 2]]}]
            population: {agents: 100, seed: 1}
            time: {steps: 8, scheme: exact}
            output: {moments-every: 2, paths: 3, histogram-bins: 20, checkpoint-every: 4, agent-energies: false}
            """;
    static final String LINEAR = """
            model: lqg
            drift: {matrix: -0.6}
            cost: {matrix: [[12]]}
            coupling: optimal
            initial: {gaussian: {mean: 1, standard-deviation: 0.5}}
            target: {gaussian: {mean: 2, standard-deviation: 0.5}}
            guidance: [mean-field, empirical]
            time: {steps: 8}
            """;
    private static final String OSCILLATORS = """
            model: kuramoto
            interaction: {coupling: 2, noise: 1, horizon: 4, frequency-mean: 0, frequency-deviation: 0.5}
            initial: {gaussian: {mean: 0, standard-deviation: 1}}
            population: {agents: 16, seed: 1}
            time: {steps: 8}
            """;

    private static final String SWARM = """
            name: swarm
            model: custom
            dynamics:
              state: [x, v]
              marks:
                omega: {gaussian: {mean: 0, standard-deviation: 0.5}}
              parameters:
                kappa: 1.5
                drive: {ramp: {times: [0, 2], values: [0, 1]}}
                slow: exp(-t/kappa)
              means:
                c: cos(x)
              sources: {w: agent, z: population}
              drift:
                x: v
                v: kappa*(mean(v) - v) + drive*where(x > 0 and not t >= 1, 1, -1)*c + omega
              noise:
                v: {w: 0.3*slow, z: 0.1}
              boundary:
                x: {periodic: [0, 2*pi]}
              cost: 0.5*kappa*(mean(v) - v)^2
              horizon: 4
            observe:
              order: sqrt(c^2 + mean(sin(x))^2)
              least: {running-min: order}
            initial: {gaussian: {mean: [0, 1], standard-deviation: [1, 0.5]}}
            population: {agents: 16, seed: 1}
            time: {steps: 8, noise-per-step: 2}
            """;

    private static final String REGULATOR = """
            model: game
            game: {horizon: 1, noise: 1, drift: -x, running: x^2, terminal: x/2, cells: 100, steps: 3}
            initial: {gaussian: {mean: 0, standard-deviation: 1}}
            population: {agents: 100}
            time: {steps: 8}
            """;

    private static final String SPECIES = """
            model: custom
            dynamics:
              state: [x]
              marks: {a: {uniform: [0, 1]}, b: {cauchy: {location: 0, scale: 1}}, s: {samples: [1, 2, 3]}}
              parameters: {gain: {by-label: [1, -0.5]}, rate: {steps: {times: [0, 1], values: [1, 2]}}}
              drift: {x: "gain*rate*(mean(x, 2) - x)^3/(1 + variance(x)) - atan2(x, a)"}
              noise: {x: "max(min(abs(x), 1), 0.1)*tanh(label)"}
              boundary: {x: {reflecting: [-2, none]}}
              cost: floor(x) + sign(b) + s^-2
              horizon: 1
            initial:
              mixture: {weights: [0.5, 0.5], means: [-1, 1], standard-deviations: [0.1, 0.1]}
              sizes: fixed
            population: {agents: 16, seed: 1}
            time: {steps: 8, scheme: tamed-euler}
            """;

    private FuzzScenarios() {}

    private static final List<String> CLOUDS = List.of("gaussian-clouds", "three-shapes", "surfaces");

    private static final String BRANCHED = """
            model: cloud-diffusion
            data:
              shapes:
                weights: [1, 3]
                mixtures:
                  - {weights: [1], means: [[0, 1]], standard-deviations: [0.2]}
                  - {weights: [1, 1], means: [[0, 1], [1, 0]], standard-deviations: [0.1, [1, 2]]}
            score: {learned: {clouds: 9, draws: 2, levels: 4, waves: 3, ridge: 1e-4}}
            diffusion: {exploding: {least: 0.1, ratio: 50}}
            start: noised
            branching: {copies: 2, widening: 0.5, levels: {first: 0.5, last: 0.04, times: 3}}
            population: {clouds: 3, points: 16, seed: 1}
            time: {steps: 8, end: 0.01, clock: even}
            output: {ply-files: 1, compared: 2}
            """;

    /** YAML texts of clouds. */
    static Stream<String> clouds() {
        return Stream.concat(CLOUDS.stream().map(BundledScenarios::text), Stream.of(BRANCHED));
    }

    /** YAML texts of agents. The bundled game of the user's own takes seconds to solve; a smaller one stands for it. */
    static Stream<String> texts() {
        Stream<String> bundled = BundledScenarios.names().stream()
                .filter(name -> !name.contains("-d") && !name.equals("game") && !CLOUDS.contains(name))
                .map(BundledScenarios::text);
        return Stream.concat(bundled, Stream.of(MIXTURES, LINEAR, OSCILLATORS, SWARM, SPECIES, REGULATOR));
    }

    /** A scenario whose agents start at the rows of a file. */
    static String from(String data) {
        return "initial: {samples: {file: " + data + "}}\ntarget: {gaussian: {mean: 0, standard-deviation: 1}}\n";
    }

    /** Requests of studies, as they are kept in study.json. */
    static Stream<String> studies() {
        return Stream.of("linearity", "chaos", "path-convergence", "self-consistent", "redistribution")
                .map(study -> "{\"study\":\"" + study + "\",\"options\":[],\"scenario\":\""
                        + STUDIED.replace("\n", "\\n") + "\"}");
    }

    /** Command lines, one argument to a line; FOLDER stands for an empty folder. */
    static Stream<String> commandLines() {
        return Stream.of(
                "run\nno-such\n--agents=16\n--steps\n8\n--set\noutput.paths=0\n--quiet\n--out=FOLDER",
                "resume\nFOLDER\n--quiet\n--backend\ncpu\n--threads=1",
                "drift\ndemand-response\n--guidance=zero\n--points\nFOLDER/points.csv",
                "study\nchaos\n--sizes\n10,20\n--replicas=2\n--backend=none\n--quiet\n--out=FOLDER",
                "study\nlinearity\n--agents=16\n--seed=0777\n--backend=none\n--quiet\n--out=FOLDER",
                "list\n--help",
                "--version");
    }

    /** The newest checkpoint of a run under each of three models. */
    static List<byte[]> checkpoints() {
        List<byte[]> all = new ArrayList<>();
        for (String scenario : List.of("mean-field-ou", "kuramoto", "desai-zwanzig")) {
            Path folder = stopped(scenario);
            try {
                all.add(Files.readAllBytes(newest(folder)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    static String checkpointName() {
        return newest(stopped("mean-field-ou")).getFileName().toString();
    }

    /** The folder of a run that kept a checkpoint before its last step; the run is made once. */
    private static Path stopped(String scenario) {
        Path folder =
                Path.of("target", "fuzz", Long.toString(ProcessHandle.current().pid()), "stopped", scenario);
        if (!Files.exists(folder)) {
            StringWriter err = new StringWriter();
            String[] run = {
                "run",
                scenario,
                "--agents=64",
                "--steps=200",
                "--backend=cpu-scalar",
                "--set=output.checkpoint-every=199",
                "--set=interaction.horizon=1",
                "--quiet",
                "--out=" + folder
            };
            if (Murmuration.execute(new PrintWriter(new StringWriter()), new PrintWriter(err), run) != 0) {
                throw new AssertionError(err);
            }
        }
        return folder;
    }

    private static Path newest(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolve("checkpoint"))) {
            return files.filter(file -> file.toString().endsWith(".bin"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
