package io.github.murmuration.scenario;

import java.util.Arrays;
import java.util.List;

/** The law on the line of a number that an agent draws once and keeps. Independent of the start, and of other marks. */
public sealed interface Mark {

    record Gaussian(double mean, double standardDeviation) implements Mark {
        public Gaussian {
            Check.single("gaussian.mean", mean);
            Check.deviation("gaussian.standard-deviation", standardDeviation);
        }
    }

    /** Sum of weights[k] N(means[k], standardDeviations[k]^2); weights are divided by their sum. */
    record Mixture(List<Double> weights, List<Double> means, List<Double> standardDeviations) implements Mark {
        public Mixture {
            double[] given = weights.stream().mapToDouble(Double::doubleValue).toArray();
            double[] normalised = ScenarioException.at("mixture", () -> Weights.normalised(given));
            weights = Arrays.stream(normalised).boxed().toList();
            means = List.copyOf(means);
            standardDeviations = List.copyOf(standardDeviations);
            Check.count("mixture.means", means.size(), weights.size(), "one per weight");
            Check.count("mixture.standard-deviations", standardDeviations.size(), weights.size(), "one per weight");
            for (int k = 0; k < means.size(); k++) {
                Check.single("mixture.means[" + k + "]", means.get(k));
                Check.deviation("mixture.standard-deviations[" + k + "]", standardDeviations.get(k));
            }
        }
    }

    /** Taken in turn, as rows of a start are: agent i of n values has the value i mod n. */
    record Samples(List<Double> values) implements Mark {
        public Samples {
            values = List.copyOf(values);
            Check.notEmpty("samples", values.size(), "at least one value");
            for (int i = 0; i < values.size(); i++) {
                Check.single("samples[" + i + "]", values.get(i));
            }
        }
    }

    /** Density 1 / (high - low) on [low, high]. */
    record Uniform(double low, double high) implements Mark {
        public Uniform {
            Check.single("uniform[0]", low);
            Check.single("uniform[1]", high);
            if (!((float) low < (float) high)) {
                String found = "[" + Check.text(low) + ", " + Check.text(high) + "]";
                throw ScenarioException.refused("uniform", found, "[low, high] with low < high in float32");
            }
        }
    }

    /** Density scale / (pi (scale^2 + (x - location)^2)); it has no mean. */
    record Cauchy(double location, double scale) implements Mark {
        public Cauchy {
            Check.single("cauchy.location", location);
            Check.positive("cauchy.scale", scale);
            Check.single("cauchy.scale", scale);
        }
    }
}
