package io.github.murmuration.limit;

/**
 * Where the coordinate lives: the line, an interval with mirrors at its finite ends, or a ring.
 *
 * @param low may be minus infinity
 * @param high may be infinity
 * @param periodic whether {@code high} is {@code low} again; both are then finite
 */
public record Boundary(double low, double high, boolean periodic) {

    /** The whole line. */
    public static final Boundary NONE = reflecting(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** @throws IllegalArgumentException low < high does not hold, or a ring without ends to join */
    public Boundary {
        if (!(low < high) || periodic && !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("no interval from " + low + " to " + high);
        }
    }

    /** Mirrors at the finite ones of the two ends. */
    public static Boundary reflecting(double low, double high) {
        return new Boundary(low, high, false);
    }

    public static Boundary periodic(double low, double high) {
        return new Boundary(low, high, true);
    }

    boolean bounded() {
        return Double.isFinite(high - low);
    }

    /** x back inside: once round the ring as often as needed, or mirrored once at the end that it passed, then stopped at the ends. */
    double inside(double x) {
        if (periodic) {
            double length = high - low;
            double y = x - length * Math.floor((x - low) / length);
            return y < high ? y : low;
        }
        double mirrored = x < low ? 2 * low - x : x > high ? 2 * high - x : x;
        return Math.max(low, Math.min(high, mirrored));
    }
}
