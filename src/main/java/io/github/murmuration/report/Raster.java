package io.github.murmuration.report;

import java.awt.image.BufferedImage;

/** Values as the pixels of an image: small in vector output too, and without seams between cells. */
final class Raster {

    private Raster() {}

    /** The scale itself from left to right. */
    static BufferedImage horizontal(ColourScale scale, int width) {
        double[] row = new double[width];
        for (int x = 0; x < width; x++) {
            row[x] = scale.low() + (scale.high() - scale.low()) * x / (width - 1);
        }
        return of(new double[][] {row}, scale, width, 1);
    }

    /** Rows from the bottom up, each cell a block of equal pixels. */
    static BufferedImage of(double[][] rows, ColourScale scale, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            double[] row = rows[(height - 1 - y) * rows.length / height];
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, scale.rgb(row[x * row.length / width]));
            }
        }
        return image;
    }
}
