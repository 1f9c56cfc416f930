package io.github.murmuration.report;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A figure as bytes of a PNG at twice its resolution and of an SVG.
 *
 * @param image one of the two, as an address that holds its data
 * @param narrow the same of the figure for a narrow page; empty where a page draws charts
 */
record FigureFiles(Figure figure, byte[] png, byte[] svg, String image, String narrow) {

    /** A vector figure above this size, and above that of its bitmap, is embedded as a bitmap, so that the page stays small. */
    private static final int LARGEST_VECTOR = 100_000;

    private static final int RESOLUTION = 2;

    /** Coordinates are written to a hundredth of a pixel; VectorGraphics2D writes every digit of a double. */
    private static final Pattern DIGITS = Pattern.compile("(\\d\\.\\d\\d)\\d+");

    static FigureFiles of(Figure figure) throws IOException {
        byte[] png = png(figure);
        byte[] svg = svg(figure);
        String narrow = figure.charts().isEmpty() ? narrow(figure.narrow()) : "";
        return new FigureFiles(figure, png, svg, image(png, svg), narrow);
    }

    private static String image(byte[] png, byte[] svg) {
        return isVector(png, svg)
                ? "data:image/svg+xml;charset=utf-8," + address(new String(svg, StandardCharsets.UTF_8))
                : "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** Without blanks, which end an address in a list of them. A small vector figure needs no bitmap to be compared with. */
    private static String narrow(Figure figure) throws IOException {
        byte[] svg = svg(figure);
        byte[] png = svg.length <= LARGEST_VECTOR ? new byte[0] : png(figure);
        return image(png, svg).replace(" ", "%20");
    }

    private static boolean isVector(byte[] png, byte[] svg) {
        return svg.length <= Math.max(LARGEST_VECTOR, png.length);
    }

    /** XML within an address within double quotes: a quarter shorter than by base 64. */
    private static String address(String xml) {
        return xml.replaceAll("\\s+", " ")
                .replace("%", "%25")
                .replace("#", "%23")
                .replace("&", "%26")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace('"', '\'');
    }

    private static byte[] png(Figure figure) throws IOException {
        BufferedImage image = new BufferedImage(
                RESOLUTION * figure.width(), RESOLUTION * figure.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(RESOLUTION, RESOLUTION);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        figure.paint(graphics);
        graphics.dispose();
        return encoded(image);
    }

    /** In memory: {@link ImageIO#write} goes through a file, byte by byte. */
    private static byte[] encoded(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] svg(Figure figure) throws IOException {
        VectorGraphics2D graphics = new VectorGraphics2D();
        figure.paint(graphics);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new SVGProcessor()
                .getDocument(graphics.getCommands(), new PageSize(0, 0, figure.width(), figure.height()))
                .writeTo(bytes);
        String text = DIGITS.matcher(bytes.toString(StandardCharsets.UTF_8)).replaceAll("$1");
        return PathData.shortened(text).getBytes(StandardCharsets.UTF_8);
    }
}
