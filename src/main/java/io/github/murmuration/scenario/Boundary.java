package io.github.murmuration.scenario;

/** What happens to a coordinate at the ends {@code low < high} of its interval; an infinite end is none. */
public sealed interface Boundary {

    double low();

    double high();

    /** A circle: high is low again. */
    record Periodic(double low, double high) implements Boundary {
        public Periodic {
            ends("periodic", low, high);
            Check.single("periodic[0]", low);
            Check.single("periodic[1]", high);
        }
    }

    /** A coordinate beyond an end is mirrored there once, and then held within. */
    record Reflecting(double low, double high) implements Boundary {
        public Reflecting {
            oneEnd("reflecting", low, high);
        }
    }

    /** An agent that reaches an end stops there, and leaves the means. */
    record Absorbing(double low, double high) implements Boundary {
        public Absorbing {
            oneEnd("absorbing", low, high);
        }
    }

    private static void oneEnd(String path, double low, double high) {
        ends(path, low, high);
        if (Double.isInfinite(low) && Double.isInfinite(high)) {
            throw ScenarioException.refused(path, "[none, none]", "at least one end, or no boundary");
        }
        if (low != Double.NEGATIVE_INFINITY) {
            Check.single(path + "[0]", low);
        }
        if (high != Double.POSITIVE_INFINITY) {
            Check.single(path + "[1]", high);
        }
    }

    private static void ends(String path, double low, double high) {
        if (!((float) low < (float) high)) {
            String found = "[" + Check.text(low) + ", " + Check.text(high) + "]";
            throw ScenarioException.refused(path, found, "[low, high] with low < high in float32");
        }
    }
}
