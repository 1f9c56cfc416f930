package io.github.murmuration.report;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.density.Marginal;
import io.github.murmuration.density.Posterior;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.exact.MarginalSeries;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.GridTimes;
import io.github.murmuration.schedule.GuidancePath;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.sim.DensitySeries;
import io.github.murmuration.sim.Estimate;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Histogram;
import io.github.murmuration.sim.JointHistogram;
import io.github.murmuration.sim.MomentSeries;
import io.github.murmuration.sim.RunResult;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Results of a plausible shape from a few agents stepped one by one: a stand-in for the engine in tests of reports. */
record SmallRun(RunResult result, ExactValues exact) {

    private static final int PATHS = 12;
    private static final int BINS = 40;

    static SmallRun of(Scenario scenario) {
        List<GuidanceResult> guidances =
                scenario.guidance().stream().map(g -> simulate(scenario, g)).toList();
        RunResult result = new RunResult(
                scenario,
                "cpu",
                "reproducible-float32",
                "philox",
                1,
                2.5,
                5,
                4.6e8,
                guidances,
                List.of(),
                List.of(),
                List.of());
        boolean infinite = GaussianMixture.of(scenario.target()).singular();
        Map<String, ExactResult> exact = new LinkedHashMap<>();
        guidances.forEach(g -> exact.put(g.guidance(), nearby(g, infinite)));
        Map<String, MarginalSeries> laws = new LinkedHashMap<>();
        guidances.forEach(g -> laws.put(g.guidance(), gaussian(g)));
        return new SmallRun(result, ExactValues.of(exact).with(Map.of(), laws));
    }

    /** The same without exact values, components, paths and histograms. */
    SmallRun bare() {
        List<GuidanceResult> guidances =
                result.guidances().stream().map(SmallRun::bare).toList();
        RunResult bare = new RunResult(
                result.scenario(),
                result.backend(),
                result.arithmetic(),
                result.noise(),
                result.noiseVersion(),
                result.wallSeconds(),
                result.commandSeconds(),
                result.agentStepsPerSecond(),
                guidances,
                List.of(),
                List.of(),
                List.of());
        return new SmallRun(bare, ExactValues.NONE);
    }

    private static GuidanceResult bare(GuidanceResult r) {
        return new GuidanceResult(
                r.guidance(),
                r.moments(),
                List.of(),
                r.energy(),
                r.energyByCoordinate(),
                List.of(),
                r.terminalMean(),
                r.terminalVariance(),
                r.terminalCovariance(),
                r.meanDeviationFromLine(),
                List.of(),
                DensitySeries.NONE,
                new float[0][][],
                Map.of(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private static GuidanceResult simulate(Scenario scenario, Guidance guidance) {
        GaussianMixture initial = GaussianMixture.of(scenario.initial());
        GaussianMixture target = GaussianMixture.of(scenario.target());
        GuidancePath path = GuidancePath.of(guidance, scenario.protocol(), initial.mean(), target.mean());
        BackwardCoefficients backward = new BackwardCoefficients(scenario.protocol(), path);
        TimeGrid grid = TimeGrid.of(scenario.protocol(), scenario.time().steps());
        int n = (int) scenario.population().agents();
        int d = scenario.dimension();
        Random random = new Random(1);
        double b0 = backward.at(0).b();
        int[] labels = new int[n];
        double[][] start = new double[n][];
        for (int i = 0; i < n; i++) {
            labels[i] = random.nextDouble() < initial.weights()[0] ? 0 : initial.components() - 1;
            start[i] = draw(initial, labels[i], random);
        }
        double[][][] states = new double[grid.steps() + 1][n][d];
        double[][][] controls = new double[grid.steps() + 1][n][d];
        states[0] = start;
        for (int k = 0; k < grid.steps(); k++) {
            BackwardCoefficients.Values c = backward.at(grid.time(k));
            Posterior posterior = new Posterior(target, c.precision());
            for (int i = 0; i < n; i++) {
                controls[k][i] = control(c, posterior, b0, start[i], states[k][i]);
                for (int j = 0; j < d; j++) {
                    double noise = Math.sqrt(grid.step(k)) * random.nextGaussian();
                    states[k + 1][i][j] = states[k][i][j] + controls[k][i][j] * grid.step(k) + noise;
                }
            }
        }
        Arrays.stream(controls[grid.steps()]).forEach(u -> Arrays.fill(u, Double.NaN));
        return result(guidance.name(), grid, states, controls, labels, initial.components());
    }

    private static double[] draw(GaussianMixture law, int k, Random random) {
        double[] z = law.means()[k].clone();
        for (int j = 0; j < z.length; j++) {
            z[j] += Math.sqrt(law.variances()[k][j]) * random.nextGaussian();
        }
        return z;
    }

    private static double[] control(
            BackwardCoefficients.Values c, Posterior posterior, double b0, double[] z, double[] x) {
        double[] h = new double[x.length];
        Arrays.setAll(h, j -> c.b() * x[j] - b0 * z[j] + c.thetaY()[j]);
        double[] u = new double[x.length];
        posterior.mean(h, u);
        Arrays.setAll(u, j -> -c.a() * x[j] + c.thetaX()[j] + c.b() * u[j]);
        return u;
    }

    private static GuidanceResult result(
            String name, TimeGrid grid, double[][][] states, double[][][] controls, int[] labels, int components) {
        int[] all = IntStream.range(0, labels.length).toArray();
        MomentSeries moments = moments(grid, states, controls, all);
        List<int[]> groups = components < 2
                ? List.of()
                : IntStream.range(0, components)
                        .mapToObj(k ->
                                Arrays.stream(all).filter(i -> labels[i] == k).toArray())
                        .toList();
        double[] energy = energyByCoordinate(moments, grid);
        int last = grid.steps();
        int d = energy.length;
        return new GuidanceResult(
                name,
                moments,
                groups.stream()
                        .map(group -> moments(grid, states, controls, group))
                        .toList(),
                estimate(moments, grid, all.length),
                energy,
                groups.stream()
                        .map(group -> estimate(moments(grid, states, controls, group), grid, group.length))
                        .toList(),
                moments.mean()[last],
                moments.variance()[last],
                diagonal(moments.variance()[last]),
                0.0123,
                IntStream.range(0, d).mapToObj(j -> histogram(states[last], j)).toList(),
                density(states, grid, d),
                paths(states, d),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private static MomentSeries moments(TimeGrid grid, double[][][] states, double[][][] controls, int[] group) {
        int times = states.length;
        int d = states[0][0].length;
        MomentSeries moments = new MomentSeries(
                GridTimes.of(grid), new double[times][d], new double[times][d], new double[times][d], new double[0]);
        for (int k = 0; k < times; k++) {
            for (int j = 0; j < d; j++) {
                for (int i : group) {
                    moments.mean()[k][j] += states[k][i][j] / group.length;
                    moments.variance()[k][j] += states[k][i][j] * states[k][i][j] / group.length;
                    moments.power()[k][j] += controls[k][i][j] * controls[k][i][j] / group.length;
                }
                moments.variance()[k][j] =
                        Math.max(0, moments.variance()[k][j] - moments.mean()[k][j] * moments.mean()[k][j]);
            }
        }
        return moments;
    }

    private static double[] energyByCoordinate(MomentSeries moments, TimeGrid grid) {
        double[] energy = new double[moments.mean()[0].length];
        for (int k = 0; k < grid.steps(); k++) {
            for (int j = 0; j < energy.length; j++) {
                energy[j] += moments.power()[k][j] * grid.step(k);
            }
        }
        return energy;
    }

    /** The spread of an agent's energy is taken to be 30 % of its mean. */
    private static Estimate estimate(MomentSeries moments, TimeGrid grid, int agents) {
        double energy = Arrays.stream(energyByCoordinate(moments, grid)).sum();
        return new Estimate(energy, 0.3 * energy / Math.sqrt(agents));
    }

    private static Histogram histogram(double[][] states, int j) {
        double low = Arrays.stream(states).mapToDouble(x -> x[j]).min().orElseThrow() - 0.2;
        double high = Arrays.stream(states).mapToDouble(x -> x[j]).max().orElseThrow() + 0.2;
        double width = (high - low) / BINS;
        long[] counts = new long[BINS];
        Arrays.stream(states).forEach(x -> counts[(int) ((x[j] - low) / width)]++);
        return new Histogram(low, width, counts);
    }

    private static DensitySeries density(double[][][] states, TimeGrid grid, int d) {
        Histogram[][] histograms = Arrays.stream(states)
                .map(all -> IntStream.range(0, Math.min(d, 4))
                        .mapToObj(j -> Histogram.of(column(all, j), BINS))
                        .toArray(Histogram[]::new))
                .toArray(Histogram[][]::new);
        double[][] last = IntStream.range(0, d)
                .mapToObj(j -> column(states[states.length - 1], j))
                .toArray(double[][]::new);
        List<JointHistogram> joint = IntStream.range(0, d)
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, d <= 3 ? d : 0).mapToObj(j -> JointHistogram.of(i, j, last, BINS)))
                .toList();
        return new DensitySeries(GridTimes.of(grid), histograms, joint);
    }

    private static double[] column(double[][] states, int j) {
        return Arrays.stream(states).mapToDouble(x -> x[j]).toArray();
    }

    private static float[][][] paths(double[][][] states, int d) {
        float[][][] paths = new float[PATHS][states.length][d];
        for (int p = 0; p < PATHS; p++) {
            for (int k = 0; k < states.length; k++) {
                for (int j = 0; j < d; j++) {
                    paths[p][k][j] = (float) states[k][p][j];
                }
            }
        }
        return paths;
    }

    private static double[][] diagonal(double[] entries) {
        double[][] matrix = new double[entries.length][entries.length];
        for (int j = 0; j < entries.length; j++) {
            matrix[j][j] = entries[j];
        }
        return matrix;
    }

    /** "Exact" laws that have the simulated mean and variance. */
    private static MarginalSeries gaussian(GuidanceResult result) {
        MomentSeries moments = result.moments();
        return new MarginalSeries(IntStream.range(0, moments.times().length)
                .mapToObj(i -> IntStream.range(0, result.density().coordinates())
                        .mapToObj(
                                j -> new Marginal(new double[] {1}, new double[] {moments.mean()[i][j]}, new double[] {
                                    moments.variance()[i][j]
                                }))
                        .toArray(Marginal[]::new))
                .toArray(Marginal[][]::new));
    }

    /** "Exact" values a percent away from the simulated ones, so that both show. */
    private static ExactResult nearby(GuidanceResult result, boolean infinite) {
        MomentSeries moments = result.moments();
        int last = moments.times().length - 1;
        double[][] power = Arrays.stream(moments.power(), 0, last)
                .map(row -> Arrays.stream(row).map(u -> 1.01 * u).toArray())
                .toArray(double[][]::new);
        double[] energy = Arrays.stream(result.energyByCoordinate())
                .map(e -> infinite ? Double.POSITIVE_INFINITY : 1.01 * e)
                .toArray();
        return new ExactResult(
                Arrays.copyOf(moments.times(), last),
                Arrays.copyOf(moments.mean(), last),
                Arrays.copyOf(moments.variance(), last),
                power,
                Arrays.stream(energy).sum(),
                0,
                energy,
                result.terminalMean(),
                result.terminalCovariance(),
                0.004);
    }
}
