package io.github.murmuration.cloud.distance;

import io.github.murmuration.cloud.Cloud;

/**
 * A k-d tree over the points of a cloud: a range of points is split at its median along the axis of its greatest extent, and passed over
 * where its bounding box is farther than the nearest point so far. Friedman, Bentley, Finkel, ACM Trans. Math. Software 3 (1977) 209.
 */
final class NearestPoint {

    private static final int LEAF = 8;

    private final int dimension;
    private final double[][] points;

    /** Least and greatest coordinates of node k, whose halves are nodes 2k + 1 and 2k + 2 [nodes][2][d], flattened. */
    private final double[] boxes;

    NearestPoint(Cloud cloud) {
        dimension = cloud.dimension();
        points = cloud.points().clone();
        boxes = new double[2 * dimension * nodes(points.length)];
        build(0, 0, points.length);
    }

    /**
     * min_y |x - y|^2 over the points y of the cloud.
     * @param x [d]
     */
    double squaredDistance(double[] x) {
        return search(x, 0, 0, points.length, Double.POSITIVE_INFINITY);
    }

    /** The larger half of a range of n is of ceil(n/2) points. */
    private static int nodes(int count) {
        int levels = 1;
        for (int n = count; n > LEAF; n = (n + 1) / 2) {
            levels++;
        }
        return (1 << levels) - 1;
    }

    private void build(int node, int from, int end) {
        int widest = bound(node, from, end);
        if (end - from > LEAF) {
            int middle = (from + end) >>> 1;
            select(from, end - 1, middle, widest);
            build(2 * node + 1, from, middle);
            build(2 * node + 2, middle, end);
        }
    }

    /**
     * Sets the box of a node.
     * @return the axis of its greatest extent
     */
    private int bound(int node, int from, int end) {
        int widest = 0;
        for (int j = 0; j < dimension; j++) {
            int at = 2 * dimension * node + j;
            boxes[at] = points[from][j];
            boxes[at + dimension] = points[from][j];
            for (int i = from + 1; i < end; i++) {
                boxes[at] = Math.min(boxes[at], points[i][j]);
                boxes[at + dimension] = Math.max(boxes[at + dimension], points[i][j]);
            }
            widest = extent(node, j) > extent(node, widest) ? j : widest;
        }
        return widest;
    }

    private double extent(int node, int axis) {
        int at = 2 * dimension * node + axis;
        return boxes[at + dimension] - boxes[at];
    }

    /** Puts the point of this rank along the axis in its place, smaller ones before it. Hoare, "Find", CACM 4 (1961) 321. */
    private void select(int first, int last, int rank, int axis) {
        int low = first;
        int high = last;
        while (low < high) {
            double pivot = points[(low + high) >>> 1][axis];
            int i = low;
            int j = high;
            while (i <= j) {
                while (points[i][axis] < pivot) {
                    i++;
                }
                while (points[j][axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double[] swapped = points[i];
                    points[i++] = points[j];
                    points[j--] = swapped;
                }
            }
            low = rank >= i ? i : low;
            high = rank <= j ? j : high;
            if (rank > j && rank < i) {
                return;
            }
        }
    }

    private double search(double[] x, int node, int from, int end, double least) {
        double best = least;
        if (end - from <= LEAF) {
            for (int i = from; i < end; i++) {
                best = Math.min(best, squaredDistance(x, points[i]));
            }
            return best;
        }
        int middle = (from + end) >>> 1;
        double left = toBox(x, 2 * node + 1);
        double right = toBox(x, 2 * node + 2);
        if (left <= right) {
            best = left < best ? search(x, 2 * node + 1, from, middle, best) : best;
            return right < best ? search(x, 2 * node + 2, middle, end, best) : best;
        }
        best = right < best ? search(x, 2 * node + 2, middle, end, best) : best;
        return left < best ? search(x, 2 * node + 1, from, middle, best) : best;
    }

    /** Least |x - y|^2 over y in the box of a node. */
    private double toBox(double[] x, int node) {
        double square = 0;
        int at = 2 * dimension * node;
        for (int j = 0; j < dimension; j++) {
            double beyond = Math.max(Math.max(boxes[at + j] - x[j], x[j] - boxes[at + dimension + j]), 0);
            square += beyond * beyond;
        }
        return square;
    }

    /** |x - y|^2. */
    static double squaredDistance(double[] x, double[] y) {
        double square = 0;
        for (int j = 0; j < x.length; j++) {
            square += (x[j] - y[j]) * (x[j] - y[j]);
        }
        return square;
    }
}
