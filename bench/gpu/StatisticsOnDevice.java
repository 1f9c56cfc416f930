import io.github.murmuration.crew.Crew;
import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Estimate;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Histogram;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Erf;

/**
 * Statistics of the device's results, against theory and between its two sources of noise: the energies of the demand response at two
 * step counts, extrapolated to no step at all, against the exact ones; the terminal law of the scheme {@code exact}; and philox against
 * cuRAND. About 30 comparisons at 4.5 standard errors: false alarm 2e-4. Exit status 1 if any fails.
 *
 * <p>Argument: the number of agents (default 1e7).
 */
class StatisticsOnDevice {

    private static final double ERRORS = 4.5;

    private final Backend backend = Backends.select("cuda");
    private final String agents;
    private boolean failed;

    StatisticsOnDevice(String agents) {
        this.agents = agents;
    }

    public static void main(String[] args) {
        StatisticsOnDevice statistics = new StatisticsOnDevice(args.length > 0 ? args[0] : "1e7");
        statistics.extrapolatedEnergies();
        statistics.terminalLaw(NoiseSource.PHILOX);
        try {
            statistics.sources();
        } catch (UnavailableException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(statistics.failed ? "statistics: FAILED" : "statistics: passed");
        System.exit(statistics.failed ? 1 : 0);
    }

    /** The bias is a multiple of 1/steps to leading order: 2 E(2n) - E(n), whose two terms share their starts but little of their noise. */
    private void extrapolatedEnergies() {
        Problem problem = Problem.of(scenario("euler-maruyama", 256));
        List<GuidanceResult> coarse = run(scenario("euler-maruyama", 256), NoiseSource.PHILOX).guidances();
        List<GuidanceResult> fine = run(scenario("euler-maruyama", 512), NoiseSource.PHILOX).guidances();
        for (int g = 0; g < coarse.size(); g++) {
            double exact = ExactValues.of(problem.schedules().get(g), problem.initial(), problem.target(), Crew.of(1))
                    .orElseThrow()
                    .energy();
            Estimate one = coarse.get(g).energy();
            Estimate two = fine.get(g).energy();
            double error = 2 * two.standardError() + one.standardError();
            // what is left of the bias after extrapolation: order 1/256^2 of a coefficient of some hundreds
            compare("energy " + coarse.get(g).guidance(), 2 * two.value() - one.value(), exact, ERRORS * error + 0.01);
        }
    }

    /** The target's in a handful of steps. */
    private void terminalLaw(NoiseSource noise) {
        Scenario scenario = scenario("exact", 8);
        Problem problem = Problem.of(scenario);
        double population = scenario.population().agents();
        for (GuidanceResult result : run(scenario, noise).guidances()) {
            double mean = problem.target().mean()[0];
            double variance = problem.target().covariance()[0][0];
            String what = result.guidance() + ", " + noise.text();
            compare("mean " + what, result.terminalMean()[0], mean, ERRORS * Math.sqrt(variance / population));
            // a mixture of two well apart: kurtosis below 3
            double error = variance * Math.sqrt(2 / population);
            compare("variance " + what, result.terminalVariance()[0], variance, ERRORS * error);
            goodness(what, result.histograms().get(0), problem.target(), population);
        }
    }

    private void sources() {
        terminalLaw(NoiseSource.CURAND);
        Scenario scenario = scenario("euler-maruyama", 64);
        List<GuidanceResult> philox = run(scenario, NoiseSource.PHILOX).guidances();
        List<GuidanceResult> curand = run(scenario, NoiseSource.CURAND).guidances();
        for (int g = 0; g < philox.size(); g++) {
            String guidance = philox.get(g).guidance();
            Estimate one = philox.get(g).energy();
            Estimate two = curand.get(g).energy();
            double error = Math.hypot(one.standardError(), two.standardError());
            compare("energy " + guidance + ", curand", two.value(), one.value(), ERRORS * error);
        }
    }

    /** Chi-square of the terminal law against the target's distribution function. */
    private void goodness(String what, Histogram histogram, GaussianMixture target, double population) {
        double statistic = 0;
        int cells = 0;
        for (int bin = 0; bin < histogram.counts().length; bin++) {
            double low = histogram.low() + bin * histogram.width();
            double expected = population * (below(target, low + histogram.width()) - below(target, low));
            if (expected > 20) {
                double difference = histogram.counts()[bin] - expected;
                statistic += difference * difference / expected;
                cells++;
            }
        }
        compare("chi-square " + what, statistic, cells, ERRORS * Math.sqrt(2.0 * cells));
    }

    private static double below(GaussianMixture law, double x) {
        double sum = 0;
        for (int k = 0; k < law.components(); k++) {
            double standard = (x - law.means()[k][0]) / Math.sqrt(law.variances()[k][0]);
            sum += law.weights()[k] * 0.5 * Erf.erfc(-standard / Math.sqrt(2));
        }
        return sum;
    }

    private void compare(String what, double found, double expected, double tolerance) {
        boolean good = Math.abs(found - expected) <= tolerance;
        failed = failed || !good;
        System.out.printf(
                "%-34s %.6g, expected %.6g +- %.2g  %s%n", what, found, expected, tolerance, good ? "ok" : "FAILED");
    }

    private RunResult run(Scenario scenario, NoiseSource noise) {
        return new Simulation(Problem.of(scenario), backend, noise, 0, Progress.NONE, null).run();
    }

    private Scenario scenario(String scheme, int steps) {
        return ScenarioReader.read(
                        "demand-response",
                        Map.of(
                                "time.scheme", scheme,
                                "time.steps", String.valueOf(steps),
                                "population.agents", agents,
                                "output.paths", "0",
                                "output.moments-every", String.valueOf(steps)))
                .scenario();
    }
}
