package io.github.murmuration.ensemble;

/**
 * An average over the agents of a replica that its tape reads: with sums about references r over the N agents of a label, or of all,
 *
 * <pre>
 * mean         r_a + sum (a - r_a) / N
 * covariance   r_p + sum (p - r_p) / N - (sum (a - r_a) / N) (sum (b - r_b) / N),   p = (a - r_a)(b - r_b)
 * </pre>
 *
 * in float64, rounded once; the squares of a coordinate are summed about 0.
 *
 * @param first channel a
 * @param second channel b of a covariance; NONE of a mean
 * @param product where the sum of products is: of a channel, or of the squares of a coordinate that is both a and b
 * @param label from 1; 0 for everyone
 */
public record PopulationMoment(int first, int second, int product, int label) {

    public static final int NONE = -1;

    public static PopulationMoment mean(int channel, int label) {
        return new PopulationMoment(channel, NONE, NONE, label);
    }

    /** @param references of the channels, from an offset on. @param count N */
    double value(SumLayout layout, double[] sums, int at, float[] references, int from, double count) {
        double departure = sum(layout, sums, at, first, SumLayout.FIRST) / count;
        if (second == NONE) {
            return references[from + first] + departure;
        }
        boolean squares = product == first;
        double summed = sum(layout, sums, at, product, squares ? SumLayout.SECOND : SumLayout.FIRST) / count;
        double products = squares ? summed : references[from + product] + summed;
        return products - departure * (sum(layout, sums, at, second, SumLayout.FIRST) / count);
    }

    private double sum(SumLayout layout, double[] sums, int at, int channel, int which) {
        return label == 0 ? layout.total(sums, at, channel, which) : sums[at + layout.at(label - 1, channel) + which];
    }
}
