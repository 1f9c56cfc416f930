package io.github.murmuration.study.hjb;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.TDistribution;

/** One case for several seeds. Case by case, outcomes of one seed share samples and noise. */
record Repeated(HjbCase asked, List<Outcome> outcomes) {

    private static final double CONFIDENCE = 0.95;

    /** A mean over seeds and its standard error; NaN where one of them is. */
    record Estimate(double mean, double error, int count) {

        static Estimate of(double[] values) {
            double mean = 0;
            for (double value : values) {
                mean += value / values.length;
            }
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return new Estimate(mean, Math.sqrt(squares / (values.length - 1) / values.length), values.length);
        }

        /** Whether 0 is outside its two-sided interval of 95 %, by Student's law. */
        boolean differsFromZero() {
            double most = new TDistribution(count - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
            return Math.abs(mean) > most * error;
        }
    }

    Estimate of(ToDoubleFunction<Outcome> value) {
        return Estimate.of(outcomes.stream().mapToDouble(value).toArray());
    }

    /** What it is more than that of another case, seed by seed. */
    Estimate moreThan(Repeated other, ToDoubleFunction<Outcome> value) {
        double[] differences = new double[outcomes.size()];
        for (int s = 0; s < differences.length; s++) {
            differences[s] = value.applyAsDouble(outcomes.get(s)) - value.applyAsDouble(other.outcomes.get(s));
        }
        return Estimate.of(differences);
    }

    long escaped() {
        return outcomes.stream().filter(Outcome::escaped).count();
    }
}
