package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every picture of the gallery is what the command above it draws. Curves and dots are compared, in the frame about them: letters, and with
 * them the margins, depend on the fonts of a machine.
 */
class GalleryTest {

    private static final Path PAGE = Path.of("src/site/markdown/gallery.md");
    private static final Path PICTURES = Path.of("src/site/resources/images/gallery");

    /** A picture is called example.figure.svg. */
    private static final Pattern EXAMPLE =
            Pattern.compile("    murmuration (.*)\n\n.*/gallery/(([^.]+)\\.([^.]+)\\.svg)\\)");

    private static final Pattern FILE = Pattern.compile("`(\\w+\\.yaml)`:\n\n((?:    .*\n)+)");
    private static final Pattern FRAME = Pattern.compile("<clipPath [^>]*>\\s*<rect ([^>]*)>");
    private static final Pattern CURVE = Pattern.compile("<path d=\"([^\"]+)\" style=\"fill:none");
    private static final Pattern DOT = Pattern.compile("cx=\"[^\"]+\" cy=\"[^\"]+\"");
    private static final Pattern IMAGE = Pattern.compile("href=\"data:image/png;base64,([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]*\\.?[0-9]+");

    /** Of the width or the height of the frame, where pixels are rounded to hundredths. */
    private static final double ROUNDING = 2e-3;

    @TempDir
    private Path folder;

    record Example(String command, String picture, String figure) {
        @Override
        public String toString() {
            return picture;
        }
    }

    static List<Example> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(found -> new Example(found.group(1), found.group(2), found.group(4) + ".svg"))
                .toList();
    }

    @Test
    void everyPictureIsOnThePageAndOneIsWhatItsCommandDraws() throws IOException {
        try (Stream<Path> files = Files.list(PICTURES)) {
            assertEquals(
                    files.map(file -> file.getFileName().toString()).sorted().toList(),
                    examples().stream().map(Example::picture).sorted().toList());
        }
        assertEquals(10, examples().size());
        isDrawn(examples().stream()
                .filter(each -> each.command().startsWith("run mean-field-ou"))
                .findFirst()
                .orElseThrow());
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("examples")
    void isDrawn(Example example) throws IOException {
        execute(example.command());
        double[] drawn = drawing(folder.resolve("out").resolve(example.figure()));
        double[] kept = drawing(PICTURES.resolve(example.picture()));
        assertTrue(kept.length > 0, example.picture());
        assertArrayEquals(kept, drawn, ROUNDING, example.picture());
    }

    private void execute(String command) throws IOException {
        String words = command;
        Matcher file = FILE.matcher(Files.readString(PAGE));
        while (file.find()) {
            Files.writeString(folder.resolve(file.group(1)), file.group(2).replaceAll("(?m)^    ", ""));
            words = words.replace(file.group(1), folder.resolve(file.group(1)).toString());
        }
        StringWriter err = new StringWriter();
        PrintWriter to = new PrintWriter(err, true);
        String all = words + " --quiet --out " + folder.resolve("out");
        assertEquals(0, Murmuration.execute(to, to, all.split(" ")), err::toString);
    }

    /** Places of curves and dots in the frame, from 0 to 1; of panels that are images, their colours. */
    private static double[] drawing(Path picture) throws IOException {
        String text = Files.readString(picture);
        Matcher frame = FRAME.matcher(text);
        return IMAGE.matcher(text).find()
                ? colours(text)
                : frame.find() ? places(text, numbers(frame.group(1))) : new double[0];
    }

    /** @param frame height, width, x, y */
    private static double[] places(String text, double[] frame) {
        Stream<double[]> curves = CURVE.matcher(text).results().map(curve -> points(curve.group(1)));
        Stream<double[]> dots = DOT.matcher(text).results().map(dot -> numbers(dot.group()));
        return Stream.concat(curves, dots)
                .map(points -> framed(points, frame))
                .filter(points -> points[1] > -0.1) // the legend is above the frame
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] framed(double[] points, double[] frame) {
        double[] framed = new double[points.length];
        Arrays.setAll(framed, i -> i % 2 == 0 ? (points[i] - frame[2]) / frame[1] : (points[i] - frame[3]) / frame[0]);
        return framed;
    }

    /** A path begins with a point, and goes on with differences. */
    private static double[] points(String path) {
        double[] numbers = numbers(path);
        for (int i = 2; i < numbers.length; i++) {
            numbers[i] += numbers[i - 2];
        }
        return numbers;
    }

    private static double[] numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .mapToDouble(number -> Double.parseDouble(number.group()))
                .toArray();
    }

    private static double[] colours(String text) {
        return IMAGE.matcher(text)
                .results()
                .map(found -> image(Base64.getMimeDecoder().decode(found.group(1))))
                .flatMapToInt(image -> Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())))
                .asDoubleStream()
                .toArray();
    }

    private static BufferedImage image(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
