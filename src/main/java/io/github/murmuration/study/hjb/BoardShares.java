package io.github.murmuration.study.hjb;

import io.github.murmuration.cloud.Checkerboard;
import io.github.murmuration.cloud.Cloud;

/**
 * Where points are on a checkerboard.
 *
 * @param empty share of the points that are in empty squares
 * @param off share that is off the board
 * @param edges density of points within 0.1 of a side of their filled square over that in the rest of filled squares: 1 for the law
 */
record BoardShares(double empty, double off, double edges) {

    private static final double EDGE = 0.1;

    static BoardShares of(Cloud cloud) {
        int off = 0;
        int edge = 0;
        int inner = 0;
        for (double[] point : cloud.points()) {
            double x = point[0] - Checkerboard.FROM;
            double y = point[1] - Checkerboard.FROM;
            if (Math.min(x, y) < 0 || Math.max(x, y) >= Checkerboard.SQUARES) {
                off++;
            } else if (Checkerboard.filled((int) x, (int) y)) {
                boolean within = Math.max(Math.abs(x % 1 - 0.5), Math.abs(y % 1 - 0.5)) < 0.5 - EDGE;
                inner += within ? 1 : 0;
                edge += within ? 0 : 1;
            }
        }
        double area = Math.pow(1 - 2 * EDGE, 2);
        double edges = edge / (1 - area) / (inner / area);
        return new BoardShares(
                (double) (cloud.size() - off - edge - inner) / cloud.size(), (double) off / cloud.size(), edges);
    }
}
