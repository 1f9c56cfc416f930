package io.github.murmuration.model;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.ReplicaMoments;
import io.github.murmuration.sim.ReplicaObserver;
import io.github.murmuration.sim.ReplicaRun;
import io.github.murmuration.sim.Simulation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs of models that are written down. */
final class Runs {

    private Runs() {}

    /**
     * A bundled model.
     * @param changes "path=value", as on the command line
     */
    static Scenario bundled(String name, String... changes) {
        return ScenarioReader.read(name, overrides(changes)).scenario();
    }

    /** @param yaml a whole scenario */
    static Scenario written(String yaml, String... changes) {
        return ScenarioReader.parse("test", yaml, Path.of(""), overrides(changes))
                .scenario();
    }

    private static Map<String, String> overrides(String... changes) {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (String change : changes) {
            int equals = change.indexOf('=');
            overrides.put(change.substring(0, equals), change.substring(equals + 1));
        }
        return overrides;
    }

    static GuidanceResult run(Scenario scenario, String backend) {
        return new Simulation(Problem.of(scenario), Backends.select(backend), 0, Progress.NONE, null)
                .run()
                .guidances()
                .get(0);
    }

    /** What is observed at the end. */
    static double last(GuidanceResult result, String name) {
        double[] values = result.observed().get(name);
        return values[values.length - 1];
    }

    /** States after the last step [d][N], less the centre that they are measured from. */
    static float[][] end(Scenario scenario, String backend) {
        int agents = (int) scenario.population().agents();
        int steps = scenario.time().steps();
        float[][] states = new float[scenario.initial().dimension()][agents];
        replicas(scenario, 1, backend, new ReplicaObserver() {
            @Override
            public void moments(int k, ReplicaMoments moments) {}

            @Override
            public int nextLook(int k) {
                return steps;
            }

            @Override
            public void look(int k, ReplicaMoments moments, Ensemble ensemble) {
                int at = 0;
                for (int block = 0; k == steps && block < Tiling.alone(agents).blocks(); block++) {
                    float[][] part = ensemble.states(0, block);
                    for (int j = 0; j < part.length; j++) {
                        System.arraycopy(part[j], 0, states[j], at, part[j].length);
                    }
                    at += part[0].length;
                }
            }
        });
        return states;
    }

    static void replicas(Scenario scenario, int replicas, String backend, ReplicaObserver observer) {
        long agents = scenario.population().agents();
        long seed = scenario.population().seed();
        new ReplicaRun(Problem.of(scenario), agents, replicas, seed)
                .run(Backends.select(backend), NoiseSource.PHILOX, 0, observer, work -> {});
    }
}
