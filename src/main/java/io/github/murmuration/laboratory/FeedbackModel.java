package io.github.murmuration.laboratory;

import io.github.murmuration.grid.Feedback;
import io.github.murmuration.grid.Solution;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.CustomModelBuilder;
import io.github.murmuration.scenario.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * The particles of a game on a grid as a written model: dX = (f + v) dt + sigma dW with the feedback v(t, x).
 *
 * @param drift f as an expression of t and x
 * @param running V, likewise, paid beside v^2/2
 */
record FeedbackModel(Solution solution, Feedback feedback, String drift, String running) {

    /** v = v_0 + sum of (v_j+1 - v_j) times the share of the way from knot j to knot j + 1 that x has gone. */
    CustomModel written() {
        CustomModelBuilder model =
                CustomModel.builder().state("x").horizon(solution.game().horizon());
        StringBuilder control = new StringBuilder("v0");
        for (int j = 0; j < feedback.knots(); j++) {
            int knot = j;
            model.parameter("x" + j, ramp(solution.steps() + 1, k -> k, k -> feedback.place(knot, k)));
            model.parameter("v" + j, control(j));
            if (j > 0) {
                int i = j - 1;
                control.append(String.format(
                        Locale.ROOT, " + (v%d - v%d)*min(1, max(0, (x - x%d)/(x%d - x%d)))", j, i, i, j, i));
            }
        }
        if (solution.game().noise() > 0) {
            model.parameter("sigma", solution.game().noise()).noise("x", "sigma");
        }
        return model.drift("x", "(" + drift + ") + " + control)
                .cost("0.5*(" + control + ")^2 + (" + running + ")")
                .build();
    }

    /** v at a knot, known halfway in steps; in the first and the last half step it goes on as before. */
    private Parameter control(int j) {
        int n = solution.steps();
        if (n == 1) {
            double v = feedback.control(j, 0);
            return ramp(2, k -> k, k -> v);
        }
        return ramp(n + 2, k -> Math.max(0, Math.min(n, k - 0.5)), k -> {
            if (k == 0) {
                return (3 * feedback.control(j, 0) - feedback.control(j, 1)) / 2;
            }
            return k <= n
                    ? feedback.control(j, k - 1)
                    : (3 * feedback.control(j, n - 1) - feedback.control(j, n - 2)) / 2;
        });
    }

    /** @param time in steps */
    private Parameter ramp(int points, IntToDoubleFunction time, IntToDoubleFunction value) {
        List<Double> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < points; k++) {
            times.add(solution.game().horizon() * time.applyAsDouble(k) / solution.steps());
            values.add(value.applyAsDouble(k));
        }
        return new Parameter.Ramp(times, values);
    }
}
