package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import io.github.murmuration.scenario.BundledModels;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.ScenarioReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class MathMlTest {

    private static final Expression X = new Name("x");
    private static final Expression TWO = new Literal(2);

    @Test
    void operatorsThatBindLooselyStandInParentheses() throws Exception {
        Expression sum = new Apply(Function.ADD, X, TWO);
        assertEquals("(x+2)\u22c5x", text(new Apply(Function.MULTIPLY, sum, X)));
        assertEquals("x\u2212(x+2)", text(new Apply(Function.SUBTRACT, X, sum)));
        assertEquals("x+2\u2212x", text(new Apply(Function.SUBTRACT, sum, X)));
        assertEquals("\u2212(x+2)", text(new Apply(Function.NEGATE, sum)));
        assertEquals("x\u22c5(\u22122)", text(new Apply(Function.MULTIPLY, X, new Literal(-2))));
        assertEquals("sin(x+2)", text(new Apply(Function.SIN, sum)));
    }

    /** -x^2 is -(x^2): the base of a power is in parentheses if it is an operation, a fraction never. */
    @Test
    void powersFractionsAndRootsHaveElementsOfTheirOwn() throws Exception {
        Element power = math(new Apply(Function.POWER, new Apply(Function.NEGATE, X), TWO));
        assertEquals("msup", power.getFirstChild().getNodeName());
        assertEquals("(\u2212x)2", power.getTextContent());
        Element fraction =
                math(new Apply(Function.DIVIDE, new Apply(Function.ADD, X, TWO), new Apply(Function.SQRT, X)));
        assertEquals("mfrac", fraction.getFirstChild().getNodeName());
        assertEquals("x+2x", fraction.getTextContent());
        assertEquals(1, fraction.getElementsByTagName("msqrt").getLength());
    }

    @Test
    void namesAreGreekOrIndexedAndAveragesInBrackets() throws Exception {
        assertEquals("\u03b8", text(new Name("theta")));
        assertEquals("\u03c9", text(new Name("omega")));
        assertEquals("msub", math(new Name("sigma_v")).getFirstChild().getNodeName());
        assertEquals("\u27e8x\u27e9", text(new Average(Average.Kind.MEAN, X, null, 0)));
        assertEquals("v\u2032", text(new Name("other.v")));
    }

    /** Everything that comes with the program is well-formed, and nothing of it is lost. */
    @Test
    void everyBundledModelIsSet() throws Exception {
        CustomModel model = new Dynamics.Kuramoto(2, 1, 0, 0, 1).written().orElseThrow();
        List<String> lines = EquationHtml.lines(model);
        assertEquals(
                "d\u03b8=(\u03c9+coupling\u22c5(sine\u22c5cos(\u03b8)\u2212cosine\u22c5sin(\u03b8)))dt+noisedW\u03b8",
                parse("<p>" + lines.get(0) + "</p>").getTextContent());
        for (String name : BundledModels.names()) {
            for (String line : EquationHtml.lines(bundled(name))) {
                assertTrue(parse("<p>" + line + "</p>").getTextContent().length() > 2, name);
            }
        }
    }

    private static CustomModel bundled(String name) {
        return (CustomModel) ScenarioReader.parse(name, BundledModels.text(name), Path.of(""), Map.of())
                .scenario()
                .dynamics();
    }

    private static String text(Expression expression) throws Exception {
        return math(expression).getTextContent();
    }

    private static Element math(Expression expression) throws Exception {
        return parse(MathMl.formula(MathMl.of(expression)));
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }
}
