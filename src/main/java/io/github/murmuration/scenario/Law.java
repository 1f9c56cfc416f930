package io.github.murmuration.scenario;

/** A probability law on R^d, as the user states it. */
public sealed interface Law {

    /** Number of coordinates d. */
    int dimension();

    /** All mass at one point. */
    record Point(double[] at) implements Law {
        public Point {
            Check.point("at", at);
        }

        @Override
        public int dimension() {
            return at.length;
        }
    }

    /**
     * Sum of weights[k] N(means[k], covariances[k]); a Gaussian is a mixture of one component. Weights that do not sum
     * to 1 within 1e-12 are divided by their sum.
     *
     * @param fixedSizes whether the numbers of agents of the components are fixed by the weights, see {@link #sizes}; else every
     *     agent draws its component
     */
    record Mixture(double[] weights, double[][] means, Covariance[] covariances, boolean fixedSizes) implements Law {
        public Mixture {
            weights = Weights.normalised(weights);
            Check.count("means", means.length, weights.length, "one per weight");
            Check.points("means", means);
            String field = field(covariances);
            Check.count(field, covariances.length, weights.length, "one per weight");
            for (int k = 0; k < covariances.length; k++) {
                String path = field + "[" + k + "]";
                Check.dimension(path, covariances[k].dimension(), means[k].length, "means[" + k + "]");
            }
        }

        /** Every agent draws its component. */
        public Mixture(double[] weights, double[][] means, Covariance[] covariances) {
            this(weights, means, covariances, false);
        }

        @Override
        public int dimension() {
            return means[0].length;
        }

        /**
         * Agents of each component where sizes are fixed: the first k components have round(N (w_1 + .. + w_k)) of N together, and
         * agents are assigned to components in their order.
         */
        public long[] sizes(long agents) {
            long[] sizes = new long[weights.length];
            double cumulated = 0;
            long dealt = 0;
            for (int k = 0; k < sizes.length; k++) {
                cumulated += weights[k];
                long end = k == sizes.length - 1 ? agents : Math.min(agents, Math.round(agents * cumulated));
                sizes[k] = end - dealt;
                dealt = end;
            }
            return sizes;
        }

        /** The field of scenario files that states the covariances: {@code standard-deviations} if it can. */
        static String field(Covariance[] covariances) {
            for (Covariance covariance : covariances) {
                if (covariance instanceof Covariance.Full) {
                    return "covariances";
                }
            }
            return "standard-deviations";
        }
    }

    /** The empirical measure of rows [n][d]: samples of a start, or patterns of a target. */
    record Samples(double[][] rows) implements Law {
        public Samples {
            Check.points("", rows);
        }

        @Override
        public int dimension() {
            return rows[0].length;
        }
    }

    static Law point(double... at) {
        return new Point(at);
    }

    static Law gaussian(double[] mean, Covariance covariance) {
        Check.point("mean", mean);
        Check.dimension(covariance.field(), covariance.dimension(), mean.length, "mean");
        return new Mixture(new double[] {1}, new double[][] {mean}, new Covariance[] {covariance});
    }

    static Law mixture(double[] weights, double[][] means, Covariance... covariances) {
        return new Mixture(weights, means, covariances);
    }

    /** A mixture on the line. */
    static Law mixture(double[] weights, double[] means, double[] standardDeviations) {
        return new Mixture(weights, columns(means), deviations(standardDeviations));
    }

    static Law samples(double[][] rows) {
        return ScenarioException.at("rows", () -> new Samples(rows));
    }

    private static double[][] columns(double[] values) {
        double[][] columns = new double[values.length][];
        for (int k = 0; k < values.length; k++) {
            columns[k] = new double[] {values[k]};
        }
        return columns;
    }

    private static Covariance[] deviations(double[] standardDeviations) {
        Covariance[] covariances = new Covariance[standardDeviations.length];
        for (int k = 0; k < covariances.length; k++) {
            Check.deviation("standard-deviations[" + k + "]", standardDeviations[k]);
            covariances[k] = Covariance.isotropic(1, standardDeviations[k]);
        }
        return covariances;
    }
}
