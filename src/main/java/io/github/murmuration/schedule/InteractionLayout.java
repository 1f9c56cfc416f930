package io.github.murmuration.schedule;

/**
 * Where each coefficient of a step of interacting agents lies in a row (float32), times the step already multiplied in. With d
 * coordinates, after the scalars of {@link Row}:
 *
 * <pre>
 * reference of the moments [d]   constant   cubic   linear [d]   gains of two means (see Feed)
 *
 * x_0' = x_0 + constant + linear . x + cubic x_0^3 + noise xi         the other coordinates: see the evaluator
 * </pre>
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
        return constant();
    }

    @Override
    public int fedCount() {
        return 2 + dimension;
    }

    @Override
    public int size() {
        return gains() + GAINS;
    }
}
