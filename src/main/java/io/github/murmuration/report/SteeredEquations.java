package io.github.murmuration.report;

import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import java.util.List;

/** The problem that steered agents solve, a line of HTML each. Source: {@code mathematics.md}, sections 1 and 6. */
final class SteeredEquations {

    private static final String NOISE = "<mo>+</mo><mi mathvariant=\"normal\">d</mi><mi>W</mi>";
    private static final String TIME = "<mspace width=\"0.17em\"></mspace><mi mathvariant=\"normal\">d</mi><mi>t</mi>";
    private static final String CONTROL = "<mi>u</mi>" + TIME;
    private static final String STATE = "<mi>X</mi>";
    private static final String DISTANCE = "<mrow><mo>(</mo><mi>X</mi><mo>\u2212</mo><mi>\u03bd</mi><mo>)</mo></mrow>";

    private SteeredEquations() {}

    static List<String> lines(Scenario scenario) {
        boolean linear = scenario.dynamics() instanceof Dynamics.LinearQuadratic;
        String drift =
                linear ? "<mrow><mo>(</mo><mi>A</mi><mi>X</mi><mo>+</mo><mi>u</mi><mo>)</mo></mrow>" + TIME : CONTROL;
        String pull = linear
                ? "<msup>" + DISTANCE + "<mi>\u22a4</mi></msup><mi>Q</mi>" + DISTANCE
                : "<msub><mi>\u03b2</mi><mi>t</mi></msub><msup><mrow><mo>|</mo><mi>X</mi><mo>\u2212</mo><mi>\u03bd</mi><mo>|</mo></mrow>"
                        + "<mn>2</mn></msup>";
        return List.of(
                MathMl.formula("<mi mathvariant=\"normal\">d</mi>", STATE, "<mo>=</mo>", drift, NOISE)
                        + ", from the initial to the target law over <math><mn>0</mn><mo>\u2264</mo><mi>t</mi><mo>\u2264</mo><mn>1</mn></math>,"
                        + (linear ? "" : " the end of an agent independent of its start,") + " at the least",
                MathMl.formula(
                                "<mi>E</mi><msubsup><mo>\u222b</mo><mn>0</mn><mn>1</mn></msubsup><mfrac><mn>1</mn><mn>2</mn></mfrac>",
                                "<mrow><mo>(</mo><msup><mrow><mo>|</mo><mi>u</mi><mo>|</mo></mrow><mn>2</mn></msup><mo>+</mo>",
                                pull,
                                "<mo>)</mo></mrow>",
                                TIME)
                        + ", with the guidance <math><mi>\u03bd</mi></math>");
    }
}
