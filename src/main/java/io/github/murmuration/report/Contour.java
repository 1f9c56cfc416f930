package io.github.murmuration.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a function has one value, as straight pieces: marching squares, the values in between taken as straight along the edges of a grid.
 *
 * @param pieces each from (x, y) to (x, y) [pieces][4]
 */
record Contour(List<double[]> pieces) {

    /** Values on a grid [points of x][points of y]. */
    record Surface(double[] x, double[] y, double[][] values) {

        /** The level above which the function holds a share of its sum over the grid. */
        double level(double share) {
            double[] sorted = Arrays.stream(values)
                    .flatMapToDouble(Arrays::stream)
                    .sorted()
                    .toArray();
            double rest = (1 - share) * Arrays.stream(sorted).sum();
            int i = 0;
            double sum = sorted[0];
            while (sum < rest) {
                sum += sorted[++i];
            }
            return sorted[i];
        }
    }

    static Contour of(Surface surface, double level) {
        List<double[]> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < surface.x.length; i++) {
            for (int j = 0; j + 1 < surface.y.length; j++) {
                pieces.addAll(pieces(crossings(surface, i, j, level)));
            }
        }
        return new Contour(pieces);
    }

    /** Of a cell: two crossings are one piece; four are two, of neighbours. */
    private static List<double[]> pieces(List<double[]> crossings) {
        List<double[]> pieces = new ArrayList<>();
        for (int c = 0; c + 1 < crossings.size(); c += 2) {
            double[] from = crossings.get(c);
            double[] to = crossings.get(c + 1);
            pieces.add(new double[] {from[0], from[1], to[0], to[1]});
        }
        return pieces;
    }

    /** Where the edges of a cell, taken around it, pass the level. */
    private static List<double[]> crossings(Surface surface, int i, int j, double level) {
        int[][] corners = {{i, j}, {i + 1, j}, {i + 1, j + 1}, {i, j + 1}};
        List<double[]> crossings = new ArrayList<>();
        for (int c = 0; c < corners.length; c++) {
            int[] from = corners[c];
            int[] to = corners[(c + 1) % corners.length];
            double a = surface.values[from[0]][from[1]] - level;
            double b = surface.values[to[0]][to[1]] - level;
            if (a < 0 != b < 0) {
                double s = a / (a - b);
                crossings.add(new double[] {
                    surface.x[from[0]] + s * (surface.x[to[0]] - surface.x[from[0]]),
                    surface.y[from[1]] + s * (surface.y[to[1]] - surface.y[from[1]])
                });
            }
        }
        return crossings;
    }
}
