package io.github.murmuration.scenario;

/** The point nu_t that the quadratic potential pulls agents towards. */
public sealed interface Guidance {

    /** Name in scenario files and outputs. */
    String name();

    /** nu_t is the population's own mean: (1-t) m_in + t m_tar. */
    record MeanField() implements Guidance {
        @Override
        public String name() {
            return "mean-field";
        }
    }

    /** nu_t = 0. */
    record Zero() implements Guidance {
        @Override
        public String name() {
            return "zero";
        }
    }

    /** nu_t is the target mean. */
    record TargetMean() implements Guidance {
        @Override
        public String name() {
            return "target-mean";
        }
    }

    /**
     * nu_s, s in [t, 1], is what the agents plan on at time t: the straight line from the mean that the finite population has then to
     * the target mean.
     */
    record Empirical() implements Guidance {
        @Override
        public String name() {
            return "empirical";
        }
    }

    /** Given points [n][d]: one per interval (piecewise-constant), or one per break (piecewise-linear). */
    record Custom(double[][] points) implements Guidance {
        public Custom {
            Check.points("custom", points);
        }

        @Override
        public String name() {
            return "custom";
        }
    }
}
