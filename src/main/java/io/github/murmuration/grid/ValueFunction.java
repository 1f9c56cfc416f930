package io.github.murmuration.grid;

/**
 * U(., t) of a game without discount, running divergence and Fisher information: dU/dx = -v / gain, straight between walls, and E U(X_t, t) is what
 * is left to pay, the variation of the terminal cost in place of that cost.
 */
public final class ValueFunction {
    private final double[] places;
    private final double[] slopes;
    private final double[] values;

    /** @param t in [0, T] */
    public ValueFunction(Solution solution, double t) {
        int steps = solution.steps();
        double at = steps * t / solution.game().horizon();
        int k = (int) Math.min(steps - 1, at);
        int before = (int) Math.max(0, Math.min(steps - 2, at - 0.5));
        int after = Math.min(steps - 1, before + 1);
        double[] from = solution.walls(k);
        double[] to = solution.walls(k + 1);
        int n = from.length;
        places = new double[n];
        slopes = new double[n];
        values = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            places[i] = between(from[i], to[i], at - k);
            slopes[i] = -between(solution.control(before, i), solution.control(after, i), at - 0.5 - before)
                    / solution.game().gain();
            values[i] = i == 0 ? 0 : values[i - 1] + (places[i] - places[i - 1]) * (slopes[i] + slopes[i - 1]) / 2;
            mean += solution.weight(i) * values[i];
        }
        double shift = left(solution, at) - mean;
        for (int i = 0; i < n; i++) {
            values[i] += shift;
        }
    }

    private static double between(double before, double after, double share) {
        return before + share * (after - before);
    }

    /** What agents pay after a time, in steps, on average. */
    private static double left(Solution solution, double at) {
        double left = solution.terminalVariation();
        for (int k = 0; k < solution.steps(); k++) {
            left += Math.max(0, Math.min(1, k + 1 - at)) * solution.paid(k);
        }
        return left;
    }

    /** U; beyond the walls straight. */
    public double at(double x) {
        int low = 0;
        int high = places.length - 1;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (x < places[middle]) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double width = places[high] - places[low];
        double share = Math.max(0, Math.min(1, (x - places[low]) / width));
        double slope = between(slopes[low], slopes[high], share);
        double inside = places[low] + share * width;
        return values[low] + (inside - places[low]) * (slopes[low] + slope) / 2 + (x - inside) * slope;
    }
}
