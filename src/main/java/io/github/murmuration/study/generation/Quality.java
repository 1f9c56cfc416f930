package io.github.murmuration.study.generation;

import io.github.murmuration.score.Loss;
import java.util.Arrays;

/**
 * A number that says how good clouds are.
 *
 * @param error standard error; NaN for a p-value
 * @param known what it is exactly, for these steps or for the data; NaN where that is not known
 */
public record Quality(String name, double value, double error, double known) {

    /** Of values that are independent. */
    public static Quality mean(String name, double[] values, double known) {
        Loss loss = new Loss(values);
        return new Quality(name, loss.mean(), loss.error(), known);
    }

    /** Variance of values that are independent and Gaussian: relative standard error sqrt(2/(n - 1)). */
    public static Quality variance(String name, double[] values, double known) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double degrees = values.length - 1.0;
        double variance =
                Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / degrees;
        return new Quality(name, variance, variance * Math.sqrt(2 / degrees), known);
    }

    /** Share of the clouds that are k, with the standard error of a share that is as known. */
    public static Quality share(String name, int[] numbers, int k, double known) {
        double count = Arrays.stream(numbers).filter(number -> number == k).count();
        return new Quality(name, count / numbers.length, Math.sqrt(known * (1 - known) / numbers.length), known);
    }
}
