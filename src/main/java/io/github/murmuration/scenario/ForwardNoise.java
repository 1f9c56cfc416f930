package io.github.murmuration.scenario;

/** The forward process that noises points up to a horizon; at every noise u, X_u = a X_0 + s Z. */
public sealed interface ForwardNoise {

    /** Of N a^2/s^2: what is left of a cloud where independent noise is a start. */
    double FORGOTTEN = Math.exp(-8);

    /** The largest u. */
    double horizon();

    /**
     * dX = -beta_u X/2 du + sqrt(beta_u) dW, beta straight from its first to its last value.
     *
     * @param first beta at u = 0
     * @param last beta at the horizon
     */
    record Preserving(double first, double last, double horizon) implements ForwardNoise {

        public Preserving {
            positive("first", first);
            positive("last", last);
            positive("horizon", horizon);
        }

        /**
         * The horizon at which N a^2/s^2 is e^-8: about 8 + log N where beta is 1.
         * @param points N
         */
        public static double horizon(double first, double last, double points) {
            return 2 * Math.log1p(points / FORGOTTEN) / (first + last);
        }
    }

    /**
     * dX = sqrt(beta_u) dW up to u = 1: a = 1, and s grows geometrically from least to ratio times that.
     *
     * @param ratio above 1
     */
    record Exploding(double least, double ratio) implements ForwardNoise {

        public Exploding {
            positive("least", least);
            positive("ratio", ratio);
            if (ratio <= 1) {
                throw ScenarioException.refused("ratio", Check.text(ratio), "a number above 1");
            }
        }

        @Override
        public double horizon() {
            return 1;
        }

        /**
         * The ratio at which N/s^2 is e^-8.
         * @param points N
         */
        public static double ratio(double least, double points) {
            return Math.hypot(1, Math.sqrt(points / FORGOTTEN) / least);
        }
    }

    private static void positive(String path, double value) {
        Check.positive(path, value);
        Check.single(path, value);
    }
}
