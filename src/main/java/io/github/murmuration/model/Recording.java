package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.scenario.Observable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Computes what a model has observed, and its derivatives, step after step, in float64: running extremes are those over every step so
 * far.
 */
public final class Recording {

    private final WrittenModel written;
    private final int averagesFrom;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final double[] rates;
    private final double[] variances;

    /** @param averagesFrom where averages begin in what is taken of a step */
    public Recording(WrittenModel written, int averagesFrom) {
        this.written = written;
        this.averagesFrom = averagesFrom;
        this.rates = new double[written.sensitivities().size()];
        this.variances = new double[rates.length];
    }

    /** Derivatives as of the time that was asked for last, in the order of the model's sensitivities; the same array each time. */
    public double[] rates() {
        return rates;
    }

    /** Variances over the agents of what they are means of; NaN of those that are none. */
    public double[] variances() {
        return variances;
    }

    /**
     * What is observed at a time.
     * @param t in the units of time of the model.
     * @param taken ensemble.Means.
     * @param centre that states are measured from [d].
     * @return the same map each time
     */
    public Map<String, Double> at(double t, double[] taken, double[] centre) {
        written.model().observe().forEach((name, observable) -> {
            if (observable instanceof Observable.Formula) {
                values.put(name, value(written.observed().get(name), t, taken, centre));
            }
        });
        written.model().observe().forEach((name, observable) -> {
            if (observable instanceof Observable.RunningMinimum least) {
                values.merge(name, values.get(least.of()), (a, b) -> of(a, b, Math.min(a, b)));
            } else if (observable instanceof Observable.RunningMaximum largest) {
                values.merge(name, values.get(largest.of()), (a, b) -> of(a, b, Math.max(a, b)));
            }
        });
        for (int i = 0; i < rates.length; i++) {
            differentiate(i, t, taken, centre);
        }
        return values;
    }

    private void differentiate(int i, double t, double[] taken, double[] centre) {
        Sensitivity sensitivity = written.sensitivities().get(i);
        boolean now = sensitivity
                .extremeOf()
                .map(formula -> values.get(formula).equals(values.get(sensitivity.quantity())))
                .orElse(true);
        if (now) {
            rates[i] = value(sensitivity.value(), t, taken, centre);
        }
        variances[i] = sensitivity
                .variance()
                .map(variance -> value(variance, t, taken, centre))
                .orElse(Double.NaN);
    }

    /** The extreme of two values; means over no agents have none. */
    private static double of(double a, double b, double extreme) {
        return Double.isNaN(a) ? b : Double.isNaN(b) ? a : extreme;
    }

    private double value(Expression expression, double t, double[] taken, double[] centre) {
        return expression.value(name -> t, average -> {
            double value = taken[averagesFrom + written.averages().get(average)];
            return value + (average.kind() == Average.Kind.MEAN ? centre(average, centre) : 0);
        });
    }

    /** Where the mean of a coordinate is measured from; features are not measured from anywhere. */
    private double centre(Average average, double[] centre) {
        int j = average.first() instanceof Name name ? written.state().indexOf(name.name()) : -1;
        return j < 0 ? 0 : centre[j];
    }
}
