package io.github.murmuration.schedule;

/**
 * Where each coefficient of a step of interacting agents lies in a row (float32), times the step already multiplied in. With d
 * coordinates, after the scalars of {@link Row}:
 *
 * <pre>
 * reference of the moments [d]   constant   cubic   linear [d]   gains of two means (see Feed)
 *
 * x_0' = x_0 + (constant + cubic x_0^3 + linear . x + noise xi)       the other coordinates: see the evaluator
 * </pre>
 *
 * x is measured from the centre before the step, x' from the one after it. The increment is summed before it meets x_0.
 */
public record InteractionLayout(int dimension) implements Row {

    private static final int GAINS = 2;

    @Override
    public int reference() {
        return SCALARS;
    }

    public int constant() {
        return SCALARS + dimension;
    }

    public int cubic() {
        return SCALARS + dimension + 1;
    }

    public int linear() {
        return SCALARS + dimension + 2;
    }

    public int gains() {
        return linear() + dimension;
    }

    @Override
    public int fedFrom() {
        return reference();
    }

    @Override
    public int fedCount() {
        return 2 + 2 * dimension;
    }

    @Override
    public int size() {
        return gains() + GAINS;
    }
}
