package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the script of a page reads. */
class ChartTest {

    private static final double[] X = {1, 2, 4};

    @Test
    void curvesOfTheSameTimesShareThemAndKeepTheirNames() throws Exception {
        StudyFigure figure = new StudyFigure("f", "", "", "time", "value")
                .line("a </script>", 0, X, new double[] {0.5, 1 / 3.0, -2})
                .dashed("", 0, X, new double[] {1, 2, 3});
        String html = FigureHtml.of(1, FigureFiles.of(figure.figure()));
        assertFalse(html.contains("a </script>"), html);
        JsonNode chart = chart(html);
        assertEquals("[[1,2,4]]", chart.get("x").toString());
        assertEquals("[0.5,0.33333,-2]", chart.at("/series/0/y").toString());
        assertEquals("a </script>", chart.at("/series/0/name").asText());
        assertEquals("a </script>", chart.at("/series/1/name").asText(), "hidden with the curve of its colour");
        assertEquals("[6.0,5.0]", chart.at("/series/1/dash").toString());
    }

    /** Error bars reach from y - half to y + half; on a logarithmic axis as far down as it goes where that is not positive. */
    @Test
    void errorBarsArePairsOfEnds() throws Exception {
        StudyFigure figure = new StudyFigure("f", "", "", "n", "error")
                .logarithmic(0.01)
                .points("a", 0, new double[] {10, 100, 1000}, new double[] {10, 1, 0.1})
                .bars(0, new double[] {10, 100, 1000}, new double[] {10, 1, 0.1}, new double[] {90, 0.9, 0});
        JsonNode chart = chart(FigureHtml.of(1, FigureFiles.of(figure.figure())));
        assertTrue(chart.at("/upwards/logarithmic").asBoolean());
        JsonNode bars = chart.at("/series/1");
        assertEquals("bars", bars.get("kind").asText());
        assertEquals("[1,1,2,2]", chart.get("x").get(bars.get("x").asInt()).toString());
        assertTrue(bars.at("/y/0").asDouble() < chart.at("/upwards/low").asDouble(), bars.toString());
        assertEquals(2, bars.at("/y/1").asDouble());
        assertEquals(-1, bars.at("/y/2").asDouble(), 1e-4);
    }

    /** 40 curves of 1000 points are 40,000 points. */
    @Test
    void manyCurvesAreThinnedSoThatThePageStaysSmall() throws Exception {
        double[] x = IntStream.range(0, 1000).asDoubleStream().toArray();
        StudyFigure figure = new StudyFigure("f", "", "", "x", "y");
        IntStream.range(0, 40)
                .forEach(i -> figure.line(
                        "c" + i,
                        i,
                        x,
                        Arrays.stream(x).map(v -> Math.sin(v + i)).toArray()));
        String html = FigureHtml.of(1, FigureFiles.of(figure.figure()));
        JsonNode chart = chart(html);
        assertEquals(40, chart.get("series").size());
        assertTrue(
                chart.at("/series/39/y").size() <= 502, chart.at("/series/39/y").size() + " points");
        assertEquals(999, chart.at("/x/0").get(chart.at("/x/0").size() - 1).asInt(), "the last point stays");
    }

    /** uPlot needs abscissae that increase; what has none stays an image. */
    @Test
    void aCurveThatTurnsBackIsNoChart() throws Exception {
        StudyFigure circle = new StudyFigure("f", "", "", "x", "y")
                .line("circle", 0, new double[] {0, 1, 0}, new double[] {0, 1, 2});
        assertEquals(List.of(), circle.figure().charts());
        StudyFigure unsorted =
                new StudyFigure("f", "", "", "x", "y").points("points", 0, new double[] {2, 1}, new double[] {20, 10});
        assertEquals(
                "[[1,2]]",
                chart(FigureHtml.of(1, FigureFiles.of(unsorted.figure())))
                        .get("x")
                        .toString());
    }

    private static JsonNode chart(String html) throws Exception {
        String start = "class=\"chart\">";
        int from = html.indexOf(start) + start.length();
        return new ObjectMapper()
                .readTree(html.substring(from, html.indexOf("</script>", from)))
                .get(0);
    }
}
