package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.GuidanceResult;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oscillators with amplitudes that lock, without noise. */
class StuartLandauTest {

    /** Frequencies +-delta that lock: |z|^2 = mu - (coupling - (coupling^2 - 4 delta^2)^(1/2))/2, sin(2 phase) = 2 delta / coupling. */
    @ParameterizedTest
    @CsvSource({"1, 0.5, 2", "1, 0.3, 1", "0.7, 0.9, 2"})
    @Tag("analytic")
    void oscillatorsOfTwoFrequenciesLock(double mu, double delta, double coupling) {
        GuidanceResult result = Runs.run(
                oscillators(
                        "dynamics.marks.omega={samples: [" + -delta + ", " + delta + "]}",
                        "dynamics.parameters.mu=" + mu,
                        "dynamics.parameters.coupling=" + coupling,
                        "dynamics.horizon=40"),
                "cpu-scalar");
        double root = Math.sqrt(coupling * coupling - 4 * delta * delta);
        double square = mu - (coupling - root) / 2;
        assertEquals(square, Runs.last(result, "amplitude"), 1e-4);
        double cosine = Math.cos(Math.asin(2 * delta / coupling) / 2);
        assertEquals(Math.sqrt(square) * cosine, Runs.last(result, "order"), 1e-4);
    }

    /** Identical ones turn at omega - shear mu with |z|^2 = mu; Euler steps add h W^2/2 to |z|^2 at frequency W. */
    @Test
    @Tag("analytic")
    void identicalOscillatorsTurnWithTheirShear() {
        GuidanceResult result = Runs.run(
                oscillators("dynamics.marks.omega={samples: [1]}", "dynamics.parameters.shear=0.75"), "cpu-scalar");
        assertEquals(1, Runs.last(result, "amplitude"), 1e-3);
        double[][] mean = result.moments().mean();
        double turned = Math.atan2(mean[2000][1], mean[2000][0]) - Math.atan2(mean[1000][1], mean[1000][0]);
        assertEquals(0.25 * 10 - 2 * Math.PI, turned, 5e-3, "from 2.5 to 5 rad, beyond pi");
    }

    private static Scenario oscillators(String... changes) {
        String[] all = Arrays.copyOf(changes, changes.length + 4);
        all[changes.length] = "initial={point: [1, 0]}";
        all[changes.length + 1] = "dynamics.parameters.sigma=0";
        all[changes.length + 2] = "population.agents=8";
        all[changes.length + 3] = "output.histogram-bins=0";
        return Runs.bundled("stuart-landau", all);
    }
}
