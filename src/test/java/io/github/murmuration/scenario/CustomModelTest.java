package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Models that users write, from YAML and from Java. */
class CustomModelTest {

    private static final String CUCKER_SMALE = """
            name: cucker-smale-1d
            model: custom
            dynamics:
              state: [x, v]                         # coordinates, in the order of `initial`
              marks:
                omega: {gaussian: {mean: 0, standard-deviation: 0.5}}
              parameters:
                kappa: 1.5
                sigma: 0.3
                drive: {ramp: {times: [0, 2, 5], values: [0, 1, 0]}}
              means:
                mv: v
                c: cos(x)
                s: sin(x)
              drift:
                x: v
                v: kappa*(mv - v) + drive + omega
              noise:
                v: sigma
              common-noise:
                v: 0.1
              boundary:
                x: {periodic: [0, 2*pi]}
              cost: 0.5*kappa*(mv - v)^2
              horizon: 10
            observe:
              order: sqrt(c^2 + s^2)
            initial: {gaussian: {mean: [0, 1], standard-deviation: [1, 0.5]}}
            population: {agents: 1e6, seed: 1}
            time: {steps: 1000}
            """;

    private static CustomModelBuilder cuckerSmale() {
        return CustomModel.builder()
                .state("x", "v")
                .mark("omega", new Mark.Gaussian(0, 0.5))
                .parameter("kappa", 1.5)
                .parameter("sigma", "0.3")
                .parameter("drive", new Parameter.Ramp(List.of(0.0, 2.0, 5.0), List.of(0.0, 1.0, 0.0)))
                .mean("mv", "v")
                .mean("c", "cos(x)")
                .mean("s", "sin(x)")
                .drift("x", "v")
                .drift("v", "kappa*(mv - v) + drive + omega")
                .noise("v", "sigma")
                .commonNoise("v", "0.1")
                .boundary("x", new Boundary.Periodic(0, 2 * Math.PI))
                .cost("0.5*kappa*(mv - v)^2")
                .observe("order", "sqrt(c^2 + s^2)")
                .horizon(10);
    }

    @Test
    void yamlAndJavaGiveTheSameModel() {
        Scenario scenario = CustomBase.parse(CUCKER_SMALE, Map.of());
        assertEquals(cuckerSmale().build(), scenario.dynamics());
        assertEquals(2, scenario.dimension());
        assertEquals(Model.CUSTOM, scenario.model());
        assertFalse(scenario.steered());
    }

    @Test
    void expressionsAreTreesOfTheirText() {
        CustomModel model = cuckerSmale().build();
        assertEquals("kappa*(mv - v) + drive + omega", model.drift().get("v").text());
        Expression order = ((Observable.Formula) model.observe().get("order")).expression();
        assertEquals(5, order.value(Map.of("c", 3.0, "s", 4.0)::get));
    }

    /** A source of the population that is written with those of agents is common noise. */
    @Test
    void sharedSources() {
        CustomModel model = CustomBase.model("""
                  noise: {x: {w: 1, z: mv}, v: {v: sigma, w: x, z: 2}}
                """);
        assertEquals(Set.of("w"), model.noise().get("x").keySet());
        assertEquals(Set.of("v", "w"), model.noise().get("v").keySet());
        assertEquals(Set.of("z"), model.commonNoise().get("x").keySet());
        assertEquals(Set.of("z", "v"), model.commonNoise().get("v").keySet());
    }

    /** Names and expressions are what is written, whatever YAML takes it for. */
    @Test
    void scalarsAreTheirText() {
        CustomModel model = CustomBase.model("""
                  state: [on, y]
                  marks: {TRUE: {uniform: [0, 1]}}
                  parameters: {no: 1, null: 010, true: 1e3}
                  means: {off: on}
                  sources: {yes: agent}
                  drift: {on: y, y: no*null + true*TRUE + off}
                  noise: {on: 010, y: {yes: true}}
                  common-noise: {}
                  boundary: {}
                  cost: null
                observe: {"n": off}
                """);
        assertEquals(List.of("on", "y"), model.state());
        assertEquals(Set.of("no", "null", "true"), model.parameters().keySet());
        assertEquals("null", model.cost().orElseThrow().text());
        assertEquals(10, model.noise().get("on").get("on").value(name -> 0));
        assertEquals(Set.of("n"), model.observe().keySet());
    }

    @Test
    void parametersOfAllKinds() {
        CustomModel model = CustomBase.model("""
                  parameters:
                    kappa: 2*base + sin(t)
                    base: pi/4
                    sigma: {steps: {times: [0, 1e0], values: [1, -2*pi]}}
                    gain: {by-label: [1, 2]}
                    drive: gain + 1
                """);
        assertEquals(
                new Parameter.Steps(List.of(0.0, 1.0), List.of(1.0, -2 * Math.PI)),
                model.parameters().get("sigma"));
        assertTrue(model.differsByLabel("gain"));
        assertTrue(model.differsByLabel("drive"));
        assertFalse(model.differsByLabel("kappa"));
    }

    @Test
    void marksOfAllKinds() {
        CustomModel model = CustomBase.model("""
                  marks:
                    omega: {mixture: {weights: [1, 3], means: [0, 1], standard-deviations: [0.1, 0.2]}}
                    heavy: {gaussian: {mean: 2, covariance: 4}}
                    a: {samples: [1, 2, 3]}
                    b: {uniform: [-pi, pi]}
                """);
        assertEquals(
                new Mark.Mixture(List.of(0.25, 0.75), List.of(0.0, 1.0), List.of(0.1, 0.2)),
                model.marks().get("omega"));
        assertEquals(new Mark.Gaussian(2, 2), model.marks().get("heavy"));
        assertEquals(new Mark.Samples(List.of(1.0, 2.0, 3.0)), model.marks().get("a"));
        assertEquals(new Mark.Uniform(-Math.PI, Math.PI), model.marks().get("b"));
    }

    @Test
    void boundariesOfAllKinds() {
        CustomModel model = CustomBase.model("""
                  boundary: {x: {reflecting: [0, none]}, v: {absorbing: [-1, 1]}}
                """);
        assertEquals(
                new Boundary.Reflecting(0, Double.POSITIVE_INFINITY),
                model.boundary().get("x"));
        assertEquals(new Boundary.Absorbing(-1, 1), model.boundary().get("v"));
    }

    /** Milstein and BAOAB have conditions; these models meet them. */
    @Test
    void schemes() {
        assertEquals(Scheme.MILSTEIN, scheme("milstein", "  noise: {v: sigma*v*omega*mv, x: {w: x}}"));
        assertEquals(Scheme.BAOAB, scheme("baoab", "  drift: {x: v, v: -x^3 + mv - (1 + x^2)*v}"));
        assertEquals(Scheme.TAMED_EULER, scheme("tamed-euler", "name: base"));
        assertEquals(Scheme.HEUN, scheme("heun", "name: base"));
    }

    private static Scheme scheme(String name, String edits) {
        Time time = CustomBase.read(edits + "\ntime: {steps: 8, scheme: " + name + ", noise-per-step: 4}")
                .time();
        assertEquals(4, time.noisePerStep());
        return time.scheme();
    }

    @Test
    void componentsOfFixedSizes() {
        Law.Mixture initial = (Law.Mixture) CustomBase.read("""
                  parameters: {kappa: 1, sigma: 1, gain: 1, drive: 1}
                initial: {mixture: {weights: [1, 1, 2], means: [[0, 1], [1, 0], [1, 1]], standard-deviations: [1, 1, 1]}, sizes: fixed}
                """).initial();
        assertTrue(initial.fixedSizes());
        assertEquals(
                List.of(3L, 2L, 5L), Arrays.stream(initial.sizes(10)).boxed().toList());
    }

    @Test
    void overrides() {
        Scenario scenario = CustomBase.parse(
                CustomBase.YAML,
                Map.of(
                        "dynamics.parameters.kappa", "2*sigma",
                        "dynamics.drift.v", "max(v, mv)",
                        "dynamics.parameters.drive.ramp.values[1]", "pi",
                        "dynamics.marks.omega", "{uniform: [0, 1]}",
                        "observe.speed", "abs(mv)",
                        "time.noise-per-step", "2"));
        CustomModel model = (CustomModel) scenario.dynamics();
        assertEquals("2*sigma", text(model.parameters().get("kappa")));
        assertEquals("max(v, mv)", model.drift().get("v").text());
        assertEquals(
                new Parameter.Ramp(List.of(0.0, 2.0), List.of(0.0, Math.PI)),
                model.parameters().get("drive"));
        assertEquals(new Mark.Uniform(0, 1), model.marks().get("omega"));
        assertEquals(List.of("order", "speed"), List.copyOf(model.observe().keySet()));
        assertEquals(2, scenario.time().noisePerStep());
    }

    private static String text(Parameter parameter) {
        return ((Parameter.Formula) parameter).expression().text();
    }

    @Test
    void javaMeetsTheSameConditions() {
        assertRefusal(
                "dynamics.drift.v: given twice; give it once",
                () -> cuckerSmale().drift("v", "x"));
        assertRefusal(
                "dynamics.horizon: 0 is not accepted; give a positive number",
                () -> cuckerSmale().horizon(0).build());
        assertRefusal(
                "uniform: [1, 1] is not accepted; give [low, high] with low < high in float32",
                () -> new Mark.Uniform(1, 1));
        CustomModel model = cuckerSmale().build();
        assertRefusal(
                "initial: dimension 1 is not accepted; give 2, as dynamics.state has",
                () -> Scenario.builder().dynamics(model).initial(Law.point(0)).build());
    }

    /** Trees that were not read from text under the model's names. */
    @Test
    void recordMeetsThemToo() {
        CustomModel model = cuckerSmale().source("z", Source.POPULATION).build();
        assertRefusal(
                "dynamics.drift.v: unknown name w; give one of x, v, omega, kappa, sigma, drive, mv, c, s, order",
                () -> with(model, Map.of("x", new Name("v"), "v", new Name("w")), model.noise()));
        assertRefusal(
                "dynamics.noise.x.z: z, a source of kind population, is not accepted; give one of kind agent",
                () -> with(model, model.drift(), Map.of("x", Map.of("z", new Name("kappa")))));
    }

    private static CustomModel with(
            CustomModel model, Map<String, Expression> drift, Map<String, Map<String, Expression>> noise) {
        return new CustomModel(
                model.state(),
                model.marks(),
                model.parameters(),
                model.means(),
                model.pairs(),
                model.partners(),
                model.sources(),
                drift,
                noise,
                model.commonNoise(),
                model.boundary(),
                model.cost(),
                model.observe(),
                model.horizon());
    }

    private static void assertRefusal(String message, Runnable construction) {
        assertEquals(
                message,
                assertThrows(ScenarioException.class, construction::run).getMessage());
    }
}
