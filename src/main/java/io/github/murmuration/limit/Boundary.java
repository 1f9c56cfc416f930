package io.github.murmuration.limit;

/**
 * The domain of the coordinate: the line, an interval whose finite ends are mirrors or absorb, or a ring.
 *
 * @param low may be minus infinity
 * @param high may be infinity
 * @param periodic whether {@code high} is {@code low} again; both are then finite
 * @param absorbsLow whether agents that reach {@code low} stay there and leave the law
 * @param absorbsHigh the same at {@code high}
 */
public record Boundary(double low, double high, boolean periodic, boolean absorbsLow, boolean absorbsHigh) {

    /** The whole line. */
    public static final Boundary NONE = reflecting(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** @throws IllegalArgumentException {@code low < high} does not hold, or a ring without ends to join */
    public Boundary {
        if (!(low < high) || periodic && !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("no interval from " + low + " to " + high);
        }
    }

    /** Mirrors at the finite ones of the two ends. */
    public static Boundary reflecting(double low, double high) {
        return new Boundary(low, high, false, false, false);
    }

    public static Boundary periodic(double low, double high) {
        return new Boundary(low, high, true, false, false);
    }

    /** The finite ones of the two ends absorb. */
    public static Boundary absorbing(double low, double high) {
        return new Boundary(low, high, false, Double.isFinite(low), Double.isFinite(high));
    }

    /** Whether an end does. */
    boolean absorbs() {
        return absorbsLow || absorbsHigh;
    }

    boolean bounded() {
        return Double.isFinite(high - low);
    }

    /** x back inside: once round the ring as often as needed, or mirrored once at the mirror that it passed, then stopped at the ends. */
    double inside(double x) {
        if (periodic) {
            double length = high - low;
            double y = x - length * Math.floor((x - low) / length);
            return y < high ? y : low;
        }
        double mirrored = x < low && !absorbsLow ? 2 * low - x : x > high && !absorbsHigh ? 2 * high - x : x;
        return Math.max(low, Math.min(high, mirrored));
    }
}
