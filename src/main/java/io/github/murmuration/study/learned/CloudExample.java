package io.github.murmuration.study.learned;

import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.cloud.ThreeShapes;
import io.github.murmuration.diffusion.ExchangeableScore;
import io.github.murmuration.diffusion.Score;
import io.github.murmuration.diffusion.ShapesScore;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Laws of clouds of which the score is known. */
public enum CloudExample {
    /** On a line: m = 1.5, tau2 = 0.8, s2 = 0.05. */
    GAUSSIAN_CLOUDS(new ExchangeableGaussian(1.5, 0.8, 0.05, 1), 0.2, 0) {
        @Override
        Score score() {
            return ExchangeableScore.of((ExchangeableGaussian) law());
        }
    },
    /** Ring, line and two arcs in the plane. */
    THREE_SHAPES(ThreeShapes.law(), 0.15, 28) {
        @Override
        Score score() {
            return ShapesScore.of(ThreeShapes.law());
        }
    };

    private final CloudLaw law;
    private final double resolution;
    private final int waves;

    CloudExample(CloudLaw law, double resolution, int waves) {
        this.law = law;
        this.resolution = resolution;
        this.waves = waves;
    }

    public CloudLaw law() {
        return law;
    }

    /** The finest length of its clouds. */
    double resolution() {
        return resolution;
    }

    /** How many waves its scores are made of where no number is given. */
    public int waves() {
        return waves;
    }

    /** The score itself. */
    abstract Score score();

    public static Optional<CloudExample> called(String name) {
        return Arrays.stream(values())
                .filter(example -> example.toString().equals(name))
                .findFirst();
    }

    /** All names, as a message lists them. */
    public static String names() {
        return Arrays.stream(values()).map(CloudExample::toString).collect(Collectors.joining(" or "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
