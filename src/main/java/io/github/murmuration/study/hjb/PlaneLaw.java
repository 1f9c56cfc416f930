package io.github.murmuration.study.hjb;

import io.github.murmuration.cloud.Checkerboard;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.GaussianPoints;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.score.CheckerboardScore;
import io.github.murmuration.score.MixtureScore;
import io.github.murmuration.score.PointScore;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Laws in the plane of which the noised score is known. */
public enum PlaneLaw {
    /** {@link Checkerboard}: in pieces, and its density jumps. */
    CHECKERBOARD(new Checkerboard(), 2.6) {
        @Override
        PointScore score(Diffusion diffusion) {
            return new CheckerboardScore(diffusion);
        }
    },
    /** 0.5 N((-2, 0), 0.09 I) + 0.3 N((2, 1), 0.16 I) + 0.2 N((0, -2), 0.04 I). */
    MIXTURE(new GaussianPoints(mixture()), 4) {
        @Override
        PointScore score(Diffusion diffusion) {
            return new MixtureScore(mixture(), diffusion);
        }
    };

    private final CloudLaw law;
    private final double halfWidth;

    PlaneLaw(CloudLaw law, double halfWidth) {
        this.law = law;
        this.halfWidth = halfWidth;
    }

    private static GaussianMixture mixture() {
        return new GaussianMixture(
                new double[] {0.5, 0.3, 0.2},
                new double[][] {{-2, 0}, {2, 1}, {0, -2}},
                new double[][] {{0.09, 0.09}, {0.16, 0.16}, {0.04, 0.04}},
                null);
    }

    CloudLaw law() {
        return law;
    }

    /** Half the width of the box of the waves: beyond the data by more than the finest of their lengths. */
    double halfWidth() {
        return halfWidth;
    }

    /** That of the noised law. */
    abstract PointScore score(Diffusion diffusion);

    public static Optional<PlaneLaw> called(String name) {
        return Arrays.stream(values())
                .filter(law -> law.toString().equals(name))
                .findFirst();
    }

    /** All names, as a message lists them. */
    public static String names() {
        return Arrays.stream(values()).map(PlaneLaw::toString).collect(Collectors.joining(" or "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
