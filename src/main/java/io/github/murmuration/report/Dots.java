package io.github.murmuration.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** An image, white at first, that round dots are laid on, each letting what is below it through. */
final class Dots {

    private static final int CHANNELS = 3;
    private static final float WHITE = 255;

    private final int side;
    private final float[] pixels;

    /** @param side in pixels */
    Dots(int side) {
        this.side = side;
        pixels = new float[side * side * CHANNELS];
        Arrays.fill(pixels, WHITE);
    }

    /**
     * @param x of the middle, in pixels from the left.
     * @param y from the top.
     * @param opacity above 0, at most 1
     */
    void add(double x, double y, double radius, Color colour, double opacity) {
        for (int row = first(y, radius); row < end(y, radius); row++) {
            for (int column = first(x, radius); column < end(x, radius); column++) {
                double beyond = Math.hypot(column + 0.5 - x, row + 0.5 - y) - radius;
                double covered = Math.min(1, 0.5 - beyond);
                if (covered > 0) {
                    blend(row * side + column, colour, (float) (covered * opacity));
                }
            }
        }
    }

    private static int first(double middle, double radius) {
        return (int) Math.max(0, Math.floor(middle - radius - 0.5));
    }

    private int end(double middle, double radius) {
        return (int) Math.min(side, Math.ceil(middle + radius + 0.5));
    }

    private void blend(int pixel, Color colour, float share) {
        int[] channels = {colour.getRed(), colour.getGreen(), colour.getBlue()};
        for (int c = 0; c < CHANNELS; c++) {
            float below = pixels[pixel * CHANNELS + c];
            pixels[pixel * CHANNELS + c] = below + share * (channels[c] - below);
        }
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < side * side; pixel++) {
            int rgb = 0;
            for (int c = 0; c < CHANNELS; c++) {
                rgb = rgb << 8 | Math.round(pixels[pixel * CHANNELS + c]);
            }
            image.setRGB(pixel % side, pixel / side, rgb);
        }
        return image;
    }
}
