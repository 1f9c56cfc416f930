package io.github.murmuration.laboratory;

import io.github.murmuration.grid.Feedback;
import io.github.murmuration.grid.Solution;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.CustomModelBuilder;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** The particles of a game on a grid as a written model: dX = (f + g v) dt + sigma dW with the feedback v(t, x), at all that agents pay on their way. */
record FeedbackModel(Game game, Solution solution, Feedback feedback) {

    CustomModel written() {
        CustomModelBuilder model =
                CustomModel.builder().state("x").horizon(solution.game().horizon());
        boolean paysForLaw = solution.game().paysForLaw();
        for (int j = 0; j < feedback.knots(); j++) {
            int knot = j;
            model.parameter("x" + j, atTimes(k -> feedback.place(knot, k)));
            model.parameter("v" + j, halfway(k -> feedback.control(knot, k)));
            if (paysForLaw) {
                model.parameter("s" + j, halfway(k -> feedback.score(knot, k)));
                model.parameter("l" + j, atTimes(k -> feedback.logDensity(knot, k)));
            }
        }
        if (game.terms().containsKey("noise")) {
            model.noise("x", game.term("noise").text());
        }
        String control = straight("v");
        String moved =
                game.terms().containsKey("gain") ? "(" + game.term("gain").text() + ")*(" + control + ")" : control;
        String cost = "0.5*(" + control + ")^2 + (" + game.term("running").text() + ")";
        return model.drift("x", "(" + game.term("drift").text() + ") + (" + moved + ")")
                .cost(discounted(paysForLaw ? cost + " + " + forLaw() : cost))
                .build();
    }

    private String discounted(String cost) {
        double rate = solution.game().discount();
        return rate > 0 ? "exp(-" + rate + "*t)*(" + cost + ")" : cost;
    }

    /** fisher q^2 and the running costs of the law, with q = d log rho/dx. */
    private String forLaw() {
        LawCosts running = LawCosts.of(game, "running-");
        return solution.game().fisher() + "*(" + straight("s") + ")^2 + " + running.text(logDensity());
    }

    /** The way that x has gone in the piece from knot j - 1 to knot j. */
    private static String way(int j) {
        return format("min(x%1$d - x%2$d, max(0, x - x%2$d))", j);
    }

    /** Straight between values at knots: the first, and of every piece the slope, a function of time, times the way in it. */
    private String straight(String name) {
        StringBuilder sum = new StringBuilder(name + 0);
        for (int j = 1; j < feedback.knots(); j++) {
            sum.append(format(" + (" + name + "%1$d - " + name + "%2$d)/(x%1$d - x%2$d)*", j))
                    .append(way(j));
        }
        return sum.toString();
    }

    /** log rho: a parabola between knots, of which the second derivative is the slope of q. */
    private String logDensity() {
        StringBuilder sum = new StringBuilder(straight("l"));
        for (int j = 1; j < feedback.knots(); j++) {
            sum.append(format(" - 0.5*(s%1$d - s%2$d)/(x%1$d - x%2$d)*", j))
                    .append(way(j))
                    .append(format("*(x%1$d - x%2$d - ", j))
                    .append(way(j))
                    .append(")");
        }
        return sum.toString();
    }

    private static String format(String pattern, int j) {
        return String.format(Locale.ROOT, pattern, j, j - 1);
    }

    /** What is known at the times of steps. */
    private Parameter atTimes(IntToDoubleFunction value) {
        return ramp(solution.steps() + 1, k -> k, value);
    }

    /** What is known halfway in steps; in the first and the last half step it goes on as before. */
    private Parameter halfway(IntToDoubleFunction value) {
        int n = solution.steps();
        if (n == 1) {
            return ramp(2, k -> k, k -> value.applyAsDouble(0));
        }
        return ramp(n + 2, k -> Math.max(0, Math.min(n, k - 0.5)), k -> {
            if (k == 0) {
                return (3 * value.applyAsDouble(0) - value.applyAsDouble(1)) / 2;
            }
            return k <= n
                    ? value.applyAsDouble(k - 1)
                    : (3 * value.applyAsDouble(n - 1) - value.applyAsDouble(n - 2)) / 2;
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
