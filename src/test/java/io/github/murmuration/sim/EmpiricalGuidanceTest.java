package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.density.Posterior;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.GuidancePath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Empirical guidance, against its definition in double precision: at every step a new plan from the population's mean. */
@Tag("analytic")
class EmpiricalGuidanceTest {

    private static final int AGENTS = 5;
    private static final int STEPS = 40;

    private final Scenario scenario = scenario();

    @Test
    void everyStepFollowsThePlanFromTheMean() {
        float[][][] paths = run().guidances().get(0).paths();
        double[] start = new double[AGENTS];
        for (int i = 0; i < AGENTS; i++) {
            start[i] = paths[i][0][0];
        }
        double[][] expected = planned(start);
        for (int k = 0; k <= STEPS; k++) {
            for (int i = 0; i < AGENTS; i++) {
                // 40 steps of float32 rounding of states around 5, the last of which divide by 1 - t.
                assertEquals(expected[k][i], paths[i][k][0], 3e-5, "step " + k + " agent " + i);
            }
        }
    }

    /** The first paths of the report come from a replay on recorded means: they end where the agents are. */
    @Test
    void replayedPathsAreThoseOfThePopulation() {
        RunResult run = run();
        float[] mean = new float[1];
        for (float[][] path : run.guidances().get(0).paths()) {
            mean[0] += path[STEPS][0] / AGENTS;
        }
        assertArrayEquals(new float[] {(float) run.guidances().get(0).terminalMean()[0]}, mean, 1e-6f);
    }

    private RunResult run() {
        return new Simulation(Problem.of(scenario), Backends.select("cpu"), 1, (done, all) -> {}, Path.of("unused"))
                .run();
    }

    /** States [n+1][N]. */
    private double[][] planned(double[] start) {
        Problem problem = Problem.of(scenario);
        GaussianMixture target = problem.target();
        double[][] x = new double[STEPS + 1][];
        x[0] = start;
        double r = 0;
        for (int k = 0; k < STEPS; k++) {
            double t = problem.grid().time(k);
            double dt = problem.grid().step(k);
            BackwardCoefficients plan = plan(t, mean(x[k]), target.mean()[0]);
            BackwardCoefficients.Values now = plan.at(t);
            double b0 = plan.at(0).b();
            x[k + 1] = new double[AGENTS];
            for (int i = 0; i < AGENTS; i++) {
                double[] yhat = new double[1];
                double h = now.b() * x[k][i] - b0 * start[i] + r;
                new Posterior(target, now.precision()).mean(new double[] {h}, yhat);
                double u = now.thetaX()[0] + now.b() * (yhat[0] - x[k][i]) - now.excess() * x[k][i];
                x[k + 1][i] = x[k][i] + dt * u + Math.sqrt(dt) * increment(i, k);
            }
            r += k + 1 < STEPS ? plan.at(problem.grid().time(k + 1)).thetaY()[0] - now.thetaY()[0] : 0;
        }
        return x;
    }

    private BackwardCoefficients plan(double t, double mean, double target) {
        double slope = (target - mean) / (1 - t);
        double[][] points = {{mean - slope * t}};
        Protocol protocol = scenario.protocol();
        double[][] left = new double[protocol.intervals()][1];
        double[][] right = new double[protocol.intervals()][1];
        for (int i = 0; i < left.length; i++) {
            left[i][0] = points[0][0] + slope * protocol.breaks()[i];
            right[i][0] = points[0][0] + slope * protocol.breaks()[i + 1];
        }
        return new BackwardCoefficients(protocol, new GuidancePath(left, right));
    }

    private double increment(int agent, int step) {
        float[] four = new float[4];
        Noise.normals(scenario.population().seed(), Stream.INCREMENT, Noise.column(agent), step, 0, new int[4], four);
        return four[Noise.row(agent)];
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static Scenario scenario() {
        Scenario like = TestScenarios.demandResponse(1, AGENTS, STEPS, Scheme.EULER_MARUYAMA);
        Protocol protocol =
                new Protocol(like.protocol().breaks(), like.protocol().beta(), GuidanceShape.PIECEWISE_CONSTANT);
        return new Scenario(
                like.name(),
                like.dynamics(),
                like.initial(),
                like.target(),
                protocol,
                List.of(new Guidance.Empirical(), new Guidance.MeanField()),
                like.population(),
                like.time(),
                new Output(1, AGENTS, 0, 0));
    }
}
