package io.github.murmuration.cloud;

/**
 * The points at distance r from the helix (R cos t, R sin t, c t), {@code |t| <= pi n}, in the planes normal to it: a torus where c = 0 and n = 1.
 * Curvature k = R/(R^2 + c^2); the element of area is (1 + r k cos a) da ds, a from the outward normal. Source: Gray, "Tubes", section 1.1.
 *
 * @param radius R > r
 * @param rise c, per radian
 * @param turns n
 * @param thickness r > 0
 */
record TubeSurface(double radius, double rise, double turns, double thickness) implements Surface {

    private static final int NEWTON_STEPS = 12;

    @Override
    public double[] at(double u, double v, double w) {
        double along = Math.PI * turns * (2 * u - 1);
        double speed = Math.hypot(radius, rise);
        double around = angle(2 * Math.PI * v - Math.PI, thickness * radius / (speed * speed));
        double outward = radius + thickness * Math.cos(around);
        double binormal = thickness * Math.sin(around);
        // Binormal (c sin t, -c cos t, R)/speed.
        double sideways = binormal * rise / speed;
        return new double[] {
            outward * Math.cos(along) + sideways * Math.sin(along),
            outward * Math.sin(along) - sideways * Math.cos(along),
            rise * along + binormal * radius / speed
        };
    }

    /** a + e sin a = m by Newton's method, {@code |m| <= pi}, {@code 0 <= e < 1}. */
    private static double angle(double m, double e) {
        double a = m / (1 + e);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            a -= (a + e * Math.sin(a) - m) / (1 + e * Math.cos(a));
        }
        return a;
    }
}
