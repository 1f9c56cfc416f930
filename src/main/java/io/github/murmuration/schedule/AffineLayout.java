package io.github.murmuration.schedule;

/**
 * Where each coefficient of an affine step lies in a row (float32). With d coordinates, after the scalars of {@link Row}:
 *
 * <pre>
 * offset f [d]   shift g [d]   reference of the moments at the step's end [d]   gain F [d][d]   increment D [d][d]
 * and, where they are fed, gains of the population's mean in f [d][d] and g [d][d] (see Feed)
 *
 * u = f + F x          x' = x + (g + D x + noise xi)
 * </pre>
 *
 * x is measured from the centre before the step, x' from the one after it. The increment is summed before it meets x.
 *
 * @param fed whether the population's mean is fed into any guidance's rows
 */
public record AffineLayout(int dimension, boolean fed) implements Row {

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

    public int offsetFeed() {
        return increment() + dimension * dimension;
    }

    public int shiftFeed() {
        return offsetFeed() + dimension * dimension;
    }

    @Override
    public int fedFrom() {
        return offset();
    }

    @Override
    public int fedCount() {
        return 3 * dimension;
    }

    @Override
    public int size() {
        return fed ? shiftFeed() + dimension * dimension : offsetFeed();
    }
}
