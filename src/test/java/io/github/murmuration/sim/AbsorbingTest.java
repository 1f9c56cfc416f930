package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import org.junit.jupiter.api.Test;

/** A boundary that no scheme has is refused, not taken for another. */
class AbsorbingTest {

    @Test
    void isRefused() {
        CustomModel model = CustomModel.builder()
                .state("x")
                .drift("x", "-x")
                .boundary("x", new Boundary.Absorbing(-1, 1))
                .horizon(1)
                .build();
        Scenario scenario = Scenario.builder()
                .name("test")
                .dynamics(model)
                .initial(Law.point(0))
                .build();
        ScenarioException e = assertThrows(ScenarioException.class, () -> Problem.of(scenario));
        assertEquals(
                "dynamics: boundary: absorbing is read, but no agent is absorbed; give periodic or reflecting",
                e.getMessage());
    }
}
