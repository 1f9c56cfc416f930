package io.github.murmuration.diffusion;

import io.github.murmuration.cloud.ExchangeableGaussian;

/**
 * The law of N exchangeable Gaussian numbers: mean m, covariance S I + Q 1 1^T.
 *
 * @param mean m
 * @param common Q
 * @param own S
 */
public record ExchangeableMoments(double mean, double common, double own) {

    /** Of points as they are noised. */
    public static ExchangeableMoments noised(ExchangeableGaussian law, Diffusion diffusion, double u) {
        double a = diffusion.scale(u);
        return new ExchangeableMoments(
                a * law.mean(), a * a * law.centreVariance(), a * a * law.pointVariance() + diffusion.variance(u));
    }

    /** Variance of the mean of N numbers. */
    public double varianceOfMean(long points) {
        return common + own / points;
    }

    /**
     * After the Euler steps of a clock with the score of a law, exactly: the mean of the points and what they differ from it by are each
     * multiplied by a number and gain the variance of the step.
     */
    public ExchangeableMoments reversed(ExchangeableGaussian law, Diffusion diffusion, Clock clock, long points) {
        double centre = mean;
        double ofMean = varianceOfMean(points);
        double within = own;
        for (int k = 0; k < clock.steps(); k++) {
            double u = clock.at(k);
            double gained = diffusion.rate(u) * (u - clock.at(k + 1));
            ExchangeableMoments goal = noised(law, diffusion, u);
            double pulled = 1 / (goal.own() + points * goal.common());
            double forMean = 1 + gained * (diffusion.pull() - pulled);
            double forOwn = 1 + gained * (diffusion.pull() - 1 / goal.own());
            centre = forMean * centre + gained * pulled * goal.mean();
            ofMean = forMean * forMean * ofMean + gained / points;
            within = forOwn * forOwn * within + gained;
        }
        return new ExchangeableMoments(centre, ofMean - within / points, within);
    }

    /**
     * Where each of N numbers is copied b times and every copy noised: the variance of the mean of all, and the variance within, as if they
     * were exchangeable. Steps of {@link #reversed} act on both alone.
     */
    public ExchangeableMoments branched(long points, int copies, Diffusion diffusion, double from, double to) {
        double kept = diffusion.scale(from, to);
        double gained = diffusion.variance(from, to);
        double children = (double) points * copies;
        double ofMean = kept * kept * varianceOfMean(points) + gained / children;
        double ofOne = kept * kept * (common + own) + gained;
        double within = (ofOne - ofMean) * children / (children - 1);
        return new ExchangeableMoments(kept * mean, ofOne - within, within);
    }

    /**
     * Relative entropy, per number, of N such numbers with respect to N independent ones of a Gaussian.
     *
     * @param otherMean, otherVariance of that Gaussian
     */
    public double entropy(long points, double otherMean, double otherVariance) {
        double departure = mean - otherMean;
        double n = points;
        return 0.5
                * ((own + common) / otherVariance
                        - 1
                        + departure * departure / otherVariance
                        - (n - 1) / n * Math.log(own / otherVariance)
                        - Math.log((own + n * common) / otherVariance) / n);
    }
}
