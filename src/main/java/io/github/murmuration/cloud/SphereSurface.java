package io.github.murmuration.cloud;

/** x^2 + y^2 + z^2 = r^2. */
record SphereSurface(double radius) implements Surface {

    /** Archimedes: z is uniform. */
    @Override
    public double[] at(double u, double v, double w) {
        double z = 2 * u - 1;
        double across = Math.sqrt(1 - z * z);
        double angle = 2 * Math.PI * v;
        return new double[] {radius * across * Math.cos(angle), radius * across * Math.sin(angle), radius * z};
    }
}
