package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.FailedRun;
import io.github.murmuration.sim.GuidanceResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemes of written models: strong orders on shared noise, what they conserve, what they survive. */
class SchemesTest {

    /** Geometric Brownian motion beside the Brownian motion that drives it, and how far it is off its solution. */
    private static final String GEOMETRIC = """
            model: custom
            dynamics:
              state: [x, w]
              sources: {own: agent}
              parameters: {mu: 0.5, sigma: 0.8, ito: 1}
              drift:
                x: mu*x
                w: 0
              noise:
                x: {own: sigma*x}
                w: {own: 1}
              horizon: 1
            observe:
              error: sqrt(mean((x - exp((mu - ito*sigma^2/2)*t + sigma*w))^2))
            initial: {point: [1, 0]}
            population: {agents: 8192, seed: 3}
            output: {histogram-bins: 0, paths: 0}
            """;

    /** Root mean square errors on the same noise, with 32 to 256 steps. */
    @ParameterizedTest
    @CsvSource({"cpu, euler-maruyama, 1, 0.5", "cpu, milstein, 1, 1", "cpu-scalar, milstein, 1, 1", "cpu, heun, 0, 1"})
    @Tag("order")
    void geometricBrownianMotionConvergesOnItsPaths(String backend, String scheme, int ito, double order) {
        double[] errors = new double[4];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = geometric(backend, scheme, ito, 32 << i);
        }
        assertEquals(order, slope(errors), 0.1, scheme + " errs by " + errors[0] + " .. " + errors[3]);
    }

    /** Heun's rule solves another equation than Ito's: with noise as strong as this they are far apart. */
    @Test
    @Tag("analytic")
    void heunSolvesTheEquationOfStratonovich() {
        assertTrue(geometric("cpu", "heun", 0, 256) < 0.05);
        assertTrue(geometric("cpu", "heun", 1, 256) > 0.3);
    }

    private static double geometric(String backend, String scheme, int ito, int steps) {
        Scenario scenario = Runs.written(
                GEOMETRIC,
                "dynamics.parameters.ito=" + ito,
                "time={scheme: " + scheme + ", steps: " + steps + ", noise-per-step: " + 256 / steps + "}");
        return Runs.last(Runs.run(scenario, backend), "error");
    }

    /** Differences of successive refinements at the end, 64 to 512 steps; all numbers of the model 1. */
    @ParameterizedTest
    @CsvSource({"euler-maruyama, 0.5", "milstein, 1"})
    @Tag("order")
    void meanFieldCirConvergesStrongly(String scheme, double order) {
        double[] errors = new double[3];
        float[] coarse = cir(scheme, 64);
        for (int i = 0; i < errors.length; i++) {
            float[] fine = cir(scheme, 128 << i);
            errors[i] = distance(coarse, fine);
            coarse = fine;
        }
        assertEquals(order, slope(errors), 0.1, scheme + " differs by " + errors[0] + " .. " + errors[2]);
    }

    private static float[] cir(String scheme, int steps) {
        Scenario scenario = Runs.bundled(
                "mean-field-cir",
                "initial={point: 1}",
                "dynamics.horizon=1",
                "population.agents=20000",
                "time={scheme: " + scheme + ", steps: " + steps + ", noise-per-step: " + 512 / steps + "}");
        return Runs.end(scenario, "cpu")[0];
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.pow((double) a[i] - b[i], 2);
        }
        return Math.sqrt(sum / a.length);
    }

    /** Of log2 error against log2 of steps that double, least squares, positive. */
    private static double slope(double[] errors) {
        int n = errors.length;
        double slope = 0;
        double scale = 0;
        for (int i = 0; i < n; i++) {
            double place = i - (n - 1) / 2.0;
            slope -= place * Math.log(errors[i]) / Math.log(2);
            scale += place * place;
        }
        return slope / scale;
    }

    private static final String CUBIC = """
            model: custom
            dynamics:
              state: [x]
              parameters: {sigma: 0.1}
              drift: {x: -x^3}
              noise: {x: sigma}
              horizon: 20
            initial: {gaussian: {mean: 0, standard-deviation: 10}}
            population: {agents: 1000, seed: 1}
            time: {steps: 200}
            """;

    /** Hutzenthaler, Jentzen, Kloeden (2011): Euler steps from |x| > (2/h)^(1/2) = 4.5 grow without bounds. */
    @Test
    @Tag("analytic")
    void tamedStepsSurviveWhereEulerStepsDiverge() {
        assertThrows(FailedRun.class, () -> Runs.run(Runs.written(CUBIC), "cpu"));
        GuidanceResult tamed =
                Runs.run(Runs.written(CUBIC, "time.scheme=tamed-euler", "dynamics.parameters.sigma=0"), "cpu");
        // steps of nearly 1 bring 40 down in 4 units of time; from there x = (2 t)^(-1/2) at most
        assertTrue(tamed.terminalVariance()[0] < 1 / (2 * 15.0), "variance " + tamed.terminalVariance()[0]);
        assertTrue(tamed.terminalVariance()[0] > 1 / (2 * 20.0) / 2, "variance " + tamed.terminalVariance()[0]);
    }

    private static final String OSCILLATOR = """
            model: custom
            dynamics:
              state: [x, v]
              parameters: {g: 1, s: sqrt(2*g)}
              drift:
                x: v
                v: -x - g*v
              noise:
                v: s
              horizon: 30
            initial: {gaussian: {mean: [0, 0], standard-deviation: [1, 1]}}
            population: {agents: 40000, seed: 1}
            time: {steps: 60}
            """;

    /** At step 0.5 and temperature 1: exact positions, velocities of variance 1 - h^2/4 (Leimkuhler, Matthews); Euler's are known too. */
    @Test
    @Tag("analytic")
    @Tag("statistical")
    void splittingKeepsTheLawOfAnOscillator() {
        // standard error of a variance (2/N)^(1/2) = 0.7 %; four at 4.5 errors: false alarm 3e-5
        double error = 4.5 * Math.sqrt(2 / 40000.0);
        double[] split =
                Runs.run(Runs.written(OSCILLATOR, "time.scheme=baoab"), "cpu").terminalVariance();
        assertEquals(1, split[0], error);
        assertEquals(1 - 0.25 / 4, split[1], error);
        double[] euler = Runs.run(Runs.written(OSCILLATOR), "cpu").terminalVariance();
        double[] expected = eulerVariances(0.5, 60);
        assertEquals(expected[0], euler[0], error * expected[0]);
        assertEquals(expected[1], euler[1], error * expected[1]);
        assertTrue(expected[0] > 1.5);
    }

    /** Of x' = x + h v, v' = v - h x - h v + (2 h)^(1/2) xi. */
    private static double[] eulerVariances(double h, int steps) {
        double xx = 1;
        double xv = 0;
        double vv = 1;
        for (int k = 0; k < steps; k++) {
            double nextXx = xx + 2 * h * xv + h * h * vv;
            double nextXv = -h * xx + (1 - h - h * h) * xv + h * (1 - h) * vv;
            vv = h * h * xx - 2 * h * (1 - h) * xv + (1 - h) * (1 - h) * vv + 2 * h;
            xx = nextXx;
            xv = nextXv;
        }
        return new double[] {xx, vv};
    }
}
