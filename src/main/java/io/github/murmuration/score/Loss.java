package io.github.murmuration.score;

import java.util.Arrays;

/**
 * A loss.
 * @param ofClouds one value for each cloud, independent of each other
 */
public record Loss(double[] ofClouds) {

    public double mean() {
        return Arrays.stream(ofClouds).average().orElseThrow();
    }

    /** Standard error of the mean. */
    public double error() {
        double mean = mean();
        double squares =
                Arrays.stream(ofClouds).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (ofClouds.length - 1.0) / ofClouds.length);
    }

    /** What it is larger by, cloud by cloud, than that of another score on the same clouds and noise. */
    public Loss minus(Loss other) {
        double[] differences = new double[ofClouds.length];
        Arrays.setAll(differences, c -> ofClouds[c] - other.ofClouds[c]);
        return new Loss(differences);
    }
}
