package io.github.murmuration.exact;

/**
 * A systematic sample of the components of a mixture: in order, each as often as its weight says to within one draw. The mean
 * of a function over such a sample has the variance within components only, which successive differences measure (Wolter,
 * Introduction to Variance Estimation, section 8.2).
 */
final class ComponentSample {

    private final double[] weights;
    private final int draws;
    private double position;
    private int component;
    private double cumulative;
    private double sum;
    private double previous;
    private double squaredChanges;
    private int count;

    /** @param offset uniform on [0, 1) */
    ComponentSample(double[] weights, int draws, double offset) {
        this.weights = weights;
        this.draws = draws;
        this.position = offset;
        this.cumulative = weights[0];
    }

    /** Component of the next draw. */
    int next() {
        while (position > cumulative * draws && component + 1 < weights.length) {
            cumulative += weights[++component];
        }
        position++;
        return component;
    }

    /** Value of the function at the draw. */
    void add(double value) {
        squaredChanges += count == 0 ? 0 : (value - previous) * (value - previous);
        sum += value;
        previous = value;
        count++;
    }

    double mean() {
        return sum / count;
    }

    /** Squared standard error of the mean. */
    double variance() {
        return squaredChanges / (2 * (count - 1.0) * count);
    }
}
