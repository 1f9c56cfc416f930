package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.sim.GuidanceResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Covariances, and variances of expressions, beside the variance of a coordinate: of x and a copy of it they are that variance. */
@Tag("analytic")
class CovariancesTest {

    private static final String COPIES = """
            model: custom
            dynamics:
              state: [x, copy]
              sources: {w: agent}
              drift:
                x: -variance(x)*x
                copy: -covariance(x, copy)*copy
              noise: {x: {w: 1}, copy: {w: 1}}
              horizon: 1
            observe:
              ofOne: variance(x)
              ofBoth: covariance(x, copy)
              ofTwice: variance(2*x)/4
              ofOneLabel: variance(x, 2)
              ofOneLabelOfBoth: covariance(x, copy, 2)
            initial: {mixture: {weights: [0.5, 0.5], means: [[1, 1], [3, 3]], standard-deviations: [0, 0]}}
            population: {agents: 1000, seed: 1}
            time: {steps: 10}
            output: {paths: 0, histogram-bins: 0}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"cpu-scalar", "cpu"})
    void thatOfCopiesIsTheVariance(String backend) {
        GuidanceResult result = Runs.run(Runs.written(COPIES), backend);
        double[] variance = result.observed().get("ofOne");
        for (int k = 0; k < variance.length; k++) {
            double rounding = 2e-6 * variance[k];
            assertEquals(variance[k], result.observed().get("ofBoth")[k], rounding);
            assertEquals(variance[k], result.observed().get("ofTwice")[k], rounding);
            assertEquals(
                    result.observed().get("ofOneLabel")[k], result.observed().get("ofOneLabelOfBoth")[k], rounding);
            double[] mean = result.moments().mean()[k];
            assertEquals(mean[0], mean[1], 2e-6 * mean[0]);
        }
    }
}
