package io.github.murmuration.schedule;

/**
 * Where each coefficient of an affine step lies in a row (float32). With d coordinates, after the scalars of {@link Row}:
 *
 * <pre>
 * offset f [d]   shift g [d]   reference of the moments at the step's end [d]   gain F [d][d]   increment D [d][d]
 *
 * u = f + F x          x' = x + g + D x + noise xi
 * </pre>
 */
public record AffineLayout(int dimension) implements Row {

    public int offset() {
        return SCALARS;
    }

    public int shift() {
        return SCALARS + dimension;
    }

    @Override
    public int reference() {
        return SCALARS + 2 * dimension;
    }

    public int gain() {
        return SCALARS + 3 * dimension;
    }

    public int increment() {
        return gain() + dimension * dimension;
    }

    @Override
    public int size() {
        return increment() + dimension * dimension;
    }
}
