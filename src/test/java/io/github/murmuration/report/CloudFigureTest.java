package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.cloud.SurfaceFamily;
import io.github.murmuration.cloud.SurfaceKind;
import io.github.murmuration.cloud.ThreeShapes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudFigureTest {

    private static final int SIDE = 112;

    static Stream<CloudLaw> laws() {
        return Stream.of(
                new ExchangeableGaussian(1, 0.5, 0.1, 1),
                ThreeShapes.law(),
                new SurfaceFamily(List.of(SurfaceKind.TORUS)));
    }

    /** Ink in every panel, and vector files that do not grow with the points. */
    @ParameterizedTest
    @MethodSource("laws")
    void everyPanelShowsItsCloud(CloudLaw law) throws IOException {
        Figure figure = new CloudFigure("clouds", "Clouds", "Some.")
                .row("generated", clouds(law, 0))
                .row("held out", clouds(law, 3))
                .figure();
        assertEquals(3, figure.columns());
        assertEquals(6, figure.panels().size());
        assertTrue(figure.caption().startsWith("Some. Every frame is "), figure.caption());
        FigureFiles files = FigureFiles.of(figure);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(files.png()));
        int width = image.getWidth() / 3;
        int height = image.getHeight() / 2;
        for (int i = 0; i < 6; i++) {
            BufferedImage panel = image.getSubimage(i % 3 * width + 40, i / 3 * height + 60, width - 80, height - 80);
            assertTrue(ink(panel) > 0.005, "panel " + i);
        }
        String svg = new String(files.svg(), StandardCharsets.UTF_8);
        assertTrue(svg.endsWith("</svg>\n"));
        assertTrue(svg.length() < 4_000_000, "length " + svg.length());
    }

    /** A turn keeps lengths and the handedness of three axes; the third axis points upwards, and to nobody's side. */
    @Test
    void spaceIsSeenFromAPoint() {
        double[][] axes = {{2, 0, 0}, {0, 2, 0}, {0, 0, 2}};
        double[][] seen = new double[3][];
        for (int j = 0; j < 3; j++) {
            seen[j] = CloudView.of(new Cloud(new double[][] {axes[j]})).points()[0];
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = seen[i][0] * seen[j][0] + seen[i][1] * seen[j][1] + seen[i][2] * seen[j][2];
                assertEquals(i == j ? 4 : 0, product, 1e-12);
            }
        }
        assertEquals(0, seen[2][0], 1e-12);
        assertEquals(2 * Math.cos(Math.toRadians(25)), seen[2][1], 1e-12);
        double determinant = seen[0][0] * (seen[1][1] * seen[2][2] - seen[1][2] * seen[2][1])
                - seen[0][1] * (seen[1][0] * seen[2][2] - seen[1][2] * seen[2][0])
                + seen[0][2] * (seen[1][0] * seen[2][1] - seen[1][1] * seen[2][0]);
        assertEquals(8, determinant, 1e-12);
    }

    @Test
    void fartherPointsArePaintedFirstAndPaler() {
        CloudView view =
                CloudView.of(new Cloud(new double[][] {{1, 1, 1}, {-1, -1, -1}, {0, 0, 0}, {0, Double.NaN, 0}}));
        assertEquals(3, view.points().length);
        assertEquals(0, view.nearness(0));
        assertEquals(0.5, view.nearness(1), 1e-12);
        assertEquals(1, view.nearness(2));
    }

    /** A frame of 100 pixels, 8 units wide about (0, 0): (2, 1) is at pixel (75, 37.5) of it. */
    @Test
    void pointsAreWhereTheyAre() {
        CloudView view = CloudView.of(new Cloud(new double[][] {{2, 1}}));
        BufferedImage image = painted(new CloudPanel(view, new double[] {0, 0}, 8, Color.RED));
        int[] red = IntStream.range(0, SIDE * SIDE)
                .filter(i -> isRed(image, i % SIDE, i / SIDE))
                .toArray();
        assertTrue(red.length >= 4 && red.length <= 16, red.length + " red pixels");
        assertEquals(6 + 75, IntStream.of(red).map(i -> i % SIDE).average().orElseThrow() + 0.5, 0.5);
        assertEquals(6 + 37.5, IntStream.of(red).map(i -> i / SIDE).average().orElseThrow() + 0.5, 0.5);
    }

    /** Half covered by a dot of half opacity: a quarter of the colour; twice, 7/16. Far away nothing. */
    @Test
    void dotsLetWhatIsBelowThrough() {
        Dots dots = new Dots(9);
        dots.add(4.5, 2.5, 2, new Color(0, 0, 255), 0.5);
        dots.add(4.5, 2.5, 2, new Color(0, 0, 255), 0.5);
        dots.add(-5, 2, 2, Color.RED, 1);
        BufferedImage image = dots.image();
        assertEquals(new Color(64, 64, 255), new Color(image.getRGB(4, 2)));
        // Two pixels below the middle: at the radius, half covered.
        assertEquals(new Color(143, 143, 255), new Color(image.getRGB(4, 4)));
        assertEquals(Color.WHITE, new Color(image.getRGB(4, 6)));
        assertEquals(Color.WHITE, new Color(image.getRGB(0, 2)));
    }

    /** Two bins, one twice as full: columns of all and half of the height. */
    @Test
    void histogramsAreAsHighAsTheirShares() {
        BufferedImage image = painted(new CloudHistogramPanel(new double[] {0.4, 0.2}, 0.4, Color.RED));
        assertTrue(isRed(image, 6 + 25, 6 + 3));
        assertTrue(!isRed(image, 6 + 75, 6 + 47) && isRed(image, 6 + 75, 6 + 53));
    }

    private static List<Cloud> clouds(CloudLaw law, int from) {
        return IntStream.range(from, from + 3)
                .mapToObj(item -> law.draw(1500, 1, item))
                .toList();
    }

    private static BufferedImage painted(Panel panel) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIDE, SIDE);
        panel.paint(graphics, SIDE, SIDE);
        graphics.dispose();
        return image;
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 200 && colour.getGreen() < 150;
    }

    private static double ink(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return IntStream.of(pixels).filter(rgb -> rgb != 0xFFFFFFFF).count() / (double) pixels.length;
    }
}
