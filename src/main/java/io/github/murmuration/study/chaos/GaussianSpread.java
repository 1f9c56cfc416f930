package io.github.murmuration.study.chaos;

/** Spreads weight over the points of a grid by a Gaussian; on a ring, over the points modulo their number. */
final class GaussianSpread {

    /** Points on either side that a Gaussian of two spacings' standard deviation reaches. */
    static final int POINTS = 18;

    private final double spacing;
    private final long first;
    private final double perSpacing;
    private final double[] decay = new double[POINTS + 1];

    /**
     * @param deviation about two spacings.
     * @param first number of the first point, which lies at first * spacing
     */
    GaussianSpread(double spacing, double deviation, long first) {
        this.spacing = spacing;
        this.first = first;
        this.perSpacing = spacing / (deviation * deviation);
        double height = spacing / (deviation * Math.sqrt(2 * Math.PI));
        for (int m = 0; m <= POINTS; m++) {
            decay[m] = height * Math.exp(-m * m * spacing * perSpacing / 2);
        }
    }

    /**
     * Adds weight N(y, deviation^2) to the points.
     * @param into modified
     */
    void add(double y, double weight, double[] into) {
        long nearest = Math.round(y / spacing);
        double u = y - nearest * spacing;
        double ratio = Math.exp(u * perSpacing);
        double scale = weight * Math.exp(-u * u * perSpacing / (2 * spacing));
        int at = (int) Math.floorMod(nearest - first, (long) into.length);
        double up = scale;
        double down = scale;
        into[at] += scale * decay[0];
        for (int m = 1; m <= POINTS; m++) {
            up *= ratio;
            down /= ratio;
            into[Math.floorMod(at + m, into.length)] += up * decay[m];
            into[Math.floorMod(at - m, into.length)] += down * decay[m];
        }
    }
}
