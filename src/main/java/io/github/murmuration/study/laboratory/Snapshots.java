package io.github.murmuration.study.laboratory;

import io.github.murmuration.scenario.Output;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.Simulation;
import io.github.murmuration.study.Resources;
import java.util.Arrays;

/**
 * Agents of a game on the line at a few times.
 *
 * @param times as shares of the horizon [T].
 * @param positions [T][agents], in ascending order
 */
record Snapshots(double[] times, double[][] positions) {

    private static final int AGENTS = 8000;
    private static final int TIMES = 4;

    static Snapshots of(Problem problem, Resources resources) {
        int every = Math.max(1, problem.grid().steps() / TIMES);
        Problem followed = Problem.of(problem.scenario().toBuilder()
                .agents(AGENTS)
                .output(new Output(every, AGENTS, 0, 0))
                .build());
        GuidanceResult result = new Simulation(
                        followed, resources.backend(), resources.noise(), resources.threads(), Progress.NONE, null)
                .run()
                .guidances()
                .get(0);
        double[] times = result.moments().times();
        double[][] positions = new double[times.length][];
        for (int k = 0; k < times.length; k++) {
            int at = k;
            positions[k] = Arrays.stream(result.paths())
                    .mapToDouble(path -> path[at][0])
                    .sorted()
                    .toArray();
        }
        return new Snapshots(times, positions);
    }

    /**
     * Share of the agents of a time per unit of length, in equal bins over them all.
     * @return middles of bins, densities
     */
    double[][] density(int k, int bins) {
        double[] x = positions[k];
        double low = x[0];
        double width = (x[x.length - 1] - low) / bins;
        double[] middles = new double[bins];
        double[] densities = new double[bins];
        Arrays.setAll(middles, i -> low + (i + 0.5) * width);
        for (double value : x) {
            densities[(int) Math.min(bins - 1, (value - low) / width)] += 1 / (width * x.length);
        }
        return new double[][] {middles, densities};
    }
}
