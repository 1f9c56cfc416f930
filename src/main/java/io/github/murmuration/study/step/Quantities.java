package io.github.murmuration.study.step;

import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.model.WrittenModel.Circle;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Values of a population at the end: mean and variance of every coordinate, of one on a circle the means of cosine and sine of its angle;
 * what the model observes; and the mean cost of an agent.
 */
record Quantities(Problem problem, WrittenModel written, List<String> names) {

    static final String COST = "mean cost";

    static Quantities of(Problem problem) {
        WrittenModel written = problem.written().orElseThrow();
        List<String> names = new ArrayList<>();
        for (int j = 0; j < written.model().state().size(); j++) {
            String name = written.model().state().get(j);
            boolean circle = written.circles().containsKey(j);
            names.add(circle ? "mean of cos " + name : "mean of " + name);
            names.add(circle ? "mean of sin " + name : "variance of " + name);
        }
        names.addAll(written.model().observe().keySet());
        if (written.step().costs()) {
            names.add(COST);
        }
        return new Quantities(problem, written, names);
    }

    /**
     * @param replica of the part.
     * @param observed by name.
     * @param cost mean over agents
     */
    double[] values(ReplicaMoments moments, int replica, Map<String, Double> observed, double cost) {
        List<Double> values = new ArrayList<>();
        for (int j = 0; j < written.model().state().size(); j++) {
            Circle circle = written.circles().get(j);
            values.add(circle == null ? moments.mean(0, replica, j) : moments.departure(0, replica, circle.cosine()));
            values.add(circle == null ? moments.variance(0, replica, j) : moments.departure(0, replica, circle.sine()));
        }
        written.model().observe().keySet().forEach(name -> values.add(observed.get(name)));
        if (written.step().costs()) {
            values.add(cost);
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** How far values are off where every state is off by so much [d]: those that are not moments by that share of themselves. */
    double[] rounding(double[] values, double[] states, double share) {
        double[] rounding = new double[values.length];
        for (int q = 0; q < values.length; q++) {
            int j = q / 2;
            if (j >= states.length) {
                rounding[q] = share * Math.abs(values[q]);
            } else if (written.circles().containsKey(j)) {
                rounding[q] = 2 * Math.PI / written.circles().get(j).length() * states[j];
            } else {
                rounding[q] = q % 2 == 0 ? states[j] : 2 * Math.sqrt(Math.max(0, values[q])) * states[j];
            }
        }
        return rounding;
    }
}
