package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.scenario.Scenario;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FiguresTest {

    static Stream<Scenario> scenarios() {
        return Stream.of(
                Scenarios.demandResponse(1, 40, 16, Scenarios.THREE),
                Scenarios.demandResponse(1, 40, 16, Scenarios.ONE),
                Scenarios.demandResponse(3, 40, 16, Scenarios.THREE),
                Scenarios.demandResponse(10, 40, 16, Scenarios.ONE),
                Scenarios.fromPoint(40, 16),
                Scenarios.toPatterns(40, 16));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyFigureShowsSomething(Scenario scenario) throws Exception {
        SmallRun small = SmallRun.of(scenario);
        for (Figure figure : Figures.of(Findings.of(small.result(), small.exact()))) {
            FigureFiles files = FigureFiles.of(figure);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(files.png()));
            assertEquals(2 * figure.width(), image.getWidth(), figure.name());
            assertEquals(2 * figure.height(), image.getHeight(), figure.name());
            assertTrue(share(image) > 0.002, figure.name() + " is blank");
            String svg = new String(files.svg(), StandardCharsets.UTF_8);
            assertTrue(svg.contains("<path") && svg.endsWith("</svg>\n"), figure.name());
            assertFalse(svg.replaceAll("base64,[^\"]*", "").contains("NaN"), figure.name());
        }
    }

    @Test
    void oneCoordinateHasNoFiguresOfCoordinates() {
        SmallRun small = SmallRun.of(Scenarios.demandResponse(1, 40, 16, Scenarios.THREE));
        List<String> expected = List.of(
                "energy",
                "energy-residuals",
                "mean",
                "deviation",
                "power",
                "density-over-time",
                "terminal-density",
                "density-residuals",
                "energy-by-component",
                "paths");
        assertEquals(expected, names(Findings.of(small.result(), small.exact())));
    }

    @Test
    void severalCoordinatesHave() {
        SmallRun small = SmallRun.of(Scenarios.demandResponse(3, 40, 16, Scenarios.ONE));
        List<String> names = names(Findings.of(small.result(), ExactValues.NONE));
        assertTrue(names.containsAll(List.of("mean-map", "energy-by-coordinate")));
    }

    /** Coordinate j goes from 0.6 (1.6 + z) + 0.4 (5.5 - z) with z = 0.15 sin(2 pi j / 3). */
    @Test
    void everyCoordinateHasItsOwnLine() {
        SmallRun small = SmallRun.of(Scenarios.demandResponse(3, 40, 16, Scenarios.ONE));
        Figure mean = Figures.of(Findings.of(small.result(), small.exact())).stream()
                .filter(figure -> figure.name().equals("mean"))
                .findFirst()
                .orElseThrow();
        assertEquals(3, mean.panels().size());
        for (int j = 0; j < 3; j++) {
            Trace line = mean.panels().get(j).traces().get(1);
            assertEquals("straight line", line.key());
            assertEquals(
                    3.16 + 0.03 * Math.sin(2 * Math.PI * j / 3), line.points().y()[0], 1e-12);
        }
    }

    @Test
    void aPointStartHasNoSubPopulations() {
        SmallRun small = SmallRun.of(Scenarios.fromPoint(40, 16));
        assertFalse(names(Findings.of(small.result(), small.exact())).contains("energy-by-component"));
    }

    @Test
    void guidancesKeepTheirColours() {
        Palette three = Palette.of(List.of("mean-field", "zero", "target-mean"));
        assertEquals(three.of("zero"), Palette.of(List.of("zero")).of("zero"));
        Palette named = Palette.of(List.of("mean-field", "custom-1", "custom-2"));
        assertEquals(3, named.colours().values().stream().distinct().count());
    }

    @Test
    void fewCoordinatesStandForMany() {
        assertEquals(
                List.of(0, 3, 6, 9),
                Arrays.stream(Coordinates.spread(10, 4)).boxed().toList());
        assertEquals(2, Coordinates.spread(2, 4).length);
    }

    @Test
    void longCurvesAreThinnedOutToTheirEnds() {
        double[] x = IntStream.range(0, 100_001).asDoubleStream().toArray();
        Curve thin = new Curve(x, x).thin(1000);
        assertTrue(thin.x().length <= 1001);
        assertEquals(0, thin.x()[0]);
        assertEquals(100_000, thin.x()[thin.x().length - 1]);
    }

    /** Share of pixels that are not white. */
    private static double share(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).filter(rgb -> rgb != 0xFFFFFFFF).count() / (double) pixels.length;
    }

    private static List<String> names(Findings findings) {
        return Figures.of(findings).stream().map(Figure::name).toList();
    }
}
