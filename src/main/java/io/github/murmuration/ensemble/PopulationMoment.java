package io.github.murmuration.ensemble;

/**
 * An average over the agents of a replica that its tape reads: with sums about references r over the N agents of a label, or of all,
 *
 * <pre>
 * mean         r_a + sum (a - r_a) / N
 * covariance   r_p + sum (p - r_p) / N - (sum (a - r_a) / N) (sum (b - r_b) / N),   p = (a - r_a)(b - r_b)
 * </pre>
 *
 * in float64, rounded once. Squares of a coordinate are summed as they are: r_p is 0.
 *
 * @param first channel a
 * @param second channel b of a covariance; NONE of a mean
 * @param product where the sum of products is: of a channel, or of the squares of a coordinate that is both a and b
 * @param label from 1; 0 for everyone
 * @param counted channel whose sum is N; NONE where N is all of them
 */
public record PopulationMoment(int first, int second, int product, int label, int counted) {

    public static final int NONE = -1;

    public static PopulationMoment mean(int channel, int label, int counted) {
        return new PopulationMoment(channel, NONE, NONE, label, counted);
    }

    /**
     * @param references of the channels, from an offset on.
     * @param agents all of them
     */
    double value(SumLayout layout, double[] sums, int at, float[] references, int from, double agents) {
        double count = counted == NONE ? agents : sum(layout, sums, at, counted, SumLayout.FIRST);
        double departure = sum(layout, sums, at, first, SumLayout.FIRST) / count;
        if (second == NONE) {
            return references[from + first] + departure;
        }
        boolean squares = product == first;
        double products = sum(layout, sums, at, product, squares ? SumLayout.SECOND : SumLayout.FIRST) / count;
        double about = squares ? products : references[from + product] + products;
        return about - departure * (sum(layout, sums, at, second, SumLayout.FIRST) / count);
    }

    private double sum(SumLayout layout, double[] sums, int at, int channel, int which) {
        return label == 0 ? layout.total(sums, at, channel, which) : sums[at + layout.at(label - 1, channel) + which];
    }
}
