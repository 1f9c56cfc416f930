package io.github.murmuration.cloud;

/**
 * The six faces of {@code |x_j| <= h_j}.
 *
 * @param halves h [3], positive
 */
record BoxSurface(double[] halves) implements Surface {

    /** u chooses the axis that a face stands on, by area, and the side. */
    @Override
    public double[] at(double u, double v, double w) {
        double[] areas = {halves[1] * halves[2], halves[2] * halves[0], halves[0] * halves[1]};
        double left = u * (areas[0] + areas[1] + areas[2]);
        int axis = 0;
        while (axis < 2 && left >= areas[axis]) {
            left -= areas[axis++];
        }
        double[] point = new double[3];
        point[axis] = 2 * left < areas[axis] ? -halves[axis] : halves[axis];
        point[(axis + 1) % 3] = (2 * v - 1) * halves[(axis + 1) % 3];
        point[(axis + 2) % 3] = (2 * w - 1) * halves[(axis + 2) % 3];
        return point;
    }
}
