import io.github.murmuration.crew.Crew;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Model;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import java.util.Arrays;

/**
 * Energies of the demand-response study in 1 to 32 dimensions: simulated, exact and published. Run with:
 * bench/run DemandResponseTable
 *
 * <p>The Euler-Maruyama scheme is off by c/steps, c growing with d as the posterior makes up its mind ever earlier. Each study is
 * run at 500 and at 1000 steps on the same starts; the difference estimates the bias at 1000 steps and takes it away. Fails when
 * what is left is further than three standard errors from the exact energy.
 */
class DemandResponseTable {

    private static final int STEPS = 1000;

    private record Published(int d, double meanField, double zero, double targetMean) {}

    /** N = 4000, 2500 steps on [0.001, 0.999], one sample of starts whose second component weighs 0.385 instead of 0.4. */
    private static final Published[] PUBLISHED = {
        new Published(1, 12.259, 16.171, 14.337),
        new Published(2, 13.067, 16.961, 15.134),
        new Published(4, 13.371, 17.222, 15.407),
        new Published(8, 13.569, 17.398, 15.586),
        new Published(16, 13.498, 17.319, 15.505),
        new Published(32, 13.567, 17.193, 15.415)
    };

    public static void main(String[] args) {
        System.out.println("| d | agents | guidance | energy/d, 1000 steps | bias of the scheme | less bias | standard error "
                + "| exact | difference (standard errors) | published | saving of mean-field: exact | published |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        boolean good = true;
        for (Published published : PUBLISHED) {
            good &= row(published, published.d == 1 ? 1_000_000 : 250_000);
        }
        zones();
        System.exit(good ? 0 : 1);
    }

    private static boolean row(Published published, long agents) {
        Problem problem = Problem.of(scenario(published.d, agents, STEPS));
        RunResult fine = run(problem);
        RunResult coarse = run(Problem.of(scenario(published.d, agents, STEPS / 2)));
        double[] figures = {published.meanField, published.zero, published.targetMean};
        double meanField = exact(problem, 0).energy();
        boolean good = true;
        for (int g = 0; g < 3; g++) {
            GuidanceResult result = fine.guidances().get(g);
            ExactResult exact = exact(problem, g);
            double energy = result.energy().value();
            double bias = coarse.guidances().get(g).energy().value() - energy;
            double error = Math.hypot(result.energy().standardError(), exact.energyStandardError());
            double difference = (energy - bias - exact.energy()) / error;
            good &= Math.abs(difference) <= 3;
            System.out.printf(
                    "| %d | %,d | %s | %.3f | %.3f | %.3f | %.3f | %.3f | %+.1f | %.3f | %s | %s |%n",
                    published.d,
                    agents,
                    result.guidance(),
                    energy / published.d,
                    bias / published.d,
                    (energy - bias) / published.d,
                    error / published.d,
                    exact.energy() / published.d,
                    difference,
                    figures[g],
                    g == 0 ? "" : percent(1 - meanField / exact.energy()),
                    g == 0 ? "" : percent(1 - figures[0] / figures[g]));
        }
        return good;
    }

    /** The ten-zone figures: total, largest and smallest zone. */
    private static void zones() {
        Problem problem = Problem.of(scenario(10, 250_000, STEPS));
        RunResult run = run(problem);
        String[] published = {"137.1 (14.69, 12.86)", "175.3 (18.42, 16.75)", "157.1 (16.69, 14.85)"};
        System.out.println();
        System.out.println("| d = 10 | simulated total (largest, smallest zone) | exact | published, N = 3000 |");
        System.out.println("| --- | --- | --- | --- |");
        for (int g = 0; g < 3; g++) {
            GuidanceResult result = run.guidances().get(g);
            ExactResult exact = exact(problem, g);
            System.out.printf(
                    "| %s | %s | %s | %s |%n",
                    result.guidance(),
                    zones(result.energy().value(), result.energyByCoordinate()),
                    zones(exact.energy(), exact.energyByCoordinate()),
                    published[g]);
        }
    }

    private static String zones(double total, double[] zones) {
        double largest = Arrays.stream(zones).max().orElseThrow();
        double smallest = Arrays.stream(zones).min().orElseThrow();
        return "%.2f (%.2f, %.2f)".formatted(total, largest, smallest);
    }

    private static RunResult run(Problem problem) {
        return new Simulation(problem, Backends.select("auto", Model.GUIDED_BRIDGE), 0, Progress.NONE, null).run();
    }

    private static ExactResult exact(Problem problem, int g) {
        return ExactValues.of(problem.schedules().get(g), problem.initial(), problem.target(), Crew.of(1))
                .orElseThrow();
    }

    private static String percent(double share) {
        return "%.1f %%".formatted(100 * share);
    }

    private static Scenario scenario(int d, long agents, int steps) {
        double[][] target = new double[2][d];
        double[][] initial = new double[2][d];
        for (int j = 0; j < d; j++) {
            double z = Math.sin(2 * Math.PI * j / d);
            target[0][j] = 0.1 + 0.15 * z;
            target[1][j] = 1.5 - 0.15 * z;
            initial[0][j] = target[0][j] + 1.5;
            initial[1][j] = target[1][j] + 4.0;
        }
        double[] weights = {0.6, 0.4};
        return Scenario.builder()
                .name("demand-response-" + d)
                .initial(Law.mixture(weights, initial, Covariance.isotropic(d, 0.5), Covariance.isotropic(d, 0.7)))
                .target(Law.mixture(weights, target, Covariance.isotropic(d, 0.2), Covariance.isotropic(d, 0.3)))
                .protocol(Protocol.geometric(8, 12, 0.65))
                .guidance(new Guidance.MeanField(), new Guidance.Zero(), new Guidance.TargetMean())
                .agents(agents)
                .seed(1)
                .steps(steps)
                .build();
    }
}
