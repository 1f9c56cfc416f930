package io.github.murmuration.study.generation;

import java.util.Arrays;

/** The mean of independent values with its standard error; NaN where there is one value alone. */
record Estimate(double mean, double error) {

    static Estimate of(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double count = values.length;
        return new Estimate(mean, Math.sqrt(squares / (count - 1) / count));
    }
}
