package io.github.murmuration.limit;

/**
 * A Markov chain on the points of a grid, and its implicit Euler step: masses m' with m'_i (1 + dt out_i) = m_i + dt in_i(m'). Elimination
 * without a subtraction: masses stay positive, and their sum keeps all digits. Grassmann, Taksar, Heyman, Oper. Res. 33 (1985)
 * 1107.
 */
final class Jumps {

    private final int count;
    private final double[] left;
    private final double[] right;
    private final double[] share;
    private final double[] toLast;
    private final double[] fromLast;
    private double kept;

    Jumps(int count) {
        this.count = count;
        this.left = new double[count];
        this.right = new double[count];
        this.share = new double[count];
        this.toLast = new double[count];
        this.fromLast = new double[count];
    }

    /**
     * Rates of Scharfetter and Gummel between neighbours for dx = b dt + s dW in Ito's sense: the flux (b - D') p - D p', D = s^2/2, of
     * a stationary profile between two points; upwind where D is nothing; none away from an end that absorbs. Scharfetter, Gummel, IEEE Trans. Electron Devices 16 (1969) 64.
     *
     * @param drift b between points i and i + 1 [intervals]
     * @param diffusion D at the points
     * @param dt length of the step, which rates are multiplied with
     */
    void set(Grid grid, double[] drift, double[] diffusion, double dt) {
        double h = grid.spacing();
        double perLength = 1 / h;
        for (int i = 0; i < grid.intervals(); i++) {
            int next = i + 1 == count ? 0 : i + 1;
            double velocity = drift[i] - (diffusion[next] - diffusion[i]) * perLength;
            double speed = Math.abs(velocity);
            double d = (diffusion[i] + diffusion[next]) / 2;
            double against = dt * perLength * d * bernoulli(speed * h / d);
            double along = against + dt * speed;
            right[i] = (velocity > 0 ? along : against) * grid.perVolume(i);
            left[next] = (velocity > 0 ? against : along) * grid.perVolume(next);
        }
        right[0] = grid.firstLiving() > 0 ? 0 : right[0];
        left[count - 1] = grid.lastLiving() < count - 1 ? 0 : left[count - 1];
        eliminate();
    }

    /** Eliminates points from 0 on, each into what stays there, goes to the next, and goes to the last across the join of a ring. */
    private void eliminate() {
        int last = count - 1;
        double stays = 1;
        toLast[0] = left[0];
        fromLast[0] = right[last];
        share[0] = 1 / (stays + toLast[0] + right[0]);
        kept = 1;
        for (int i = 1; i < last; i++) {
            double before = share[i - 1];
            kept += fromLast[i - 1] * stays * before;
            toLast[i] = left[i] * toLast[i - 1] * before;
            fromLast[i] = fromLast[i - 1] * right[i - 1] * before;
            stays = 1 + left[i] * stays * before;
            share[i] = 1 / (stays + toLast[i] + right[i]);
        }
        toLast[last - 1] += right[last - 1];
        fromLast[last - 1] += left[last];
        kept += fromLast[last - 1] * stays * share[last - 1];
    }

    /** @param masses [points]. Modified. */
    void step(double[] masses) {
        int last = count - 1;
        double sum = masses[last] + toLast[0] * share[0] * masses[0];
        for (int i = 1; i < last; i++) {
            masses[i] += right[i - 1] * share[i - 1] * masses[i - 1];
            sum += toLast[i] * share[i] * masses[i];
        }
        double end = sum / kept;
        masses[last] = end;
        masses[last - 1] = (masses[last - 1] + fromLast[last - 1] * end) * share[last - 1];
        for (int i = last - 2; i >= 0; i--) {
            masses[i] = (masses[i] + fromLast[i] * end + left[i + 1] * masses[i + 1]) * share[i];
        }
    }

    /**
     * The transpose of the step.
     * @param values [points]. Modified.
     */
    void expect(double[] values) {
        int last = count - 1;
        double end = values[last];
        for (int i = 0; i < last; i++) {
            values[i] *= share[i];
            end += fromLast[i] * values[i];
            if (i + 1 < last) {
                values[i + 1] += left[i + 1] * values[i];
            }
        }
        values[last] = end / kept;
        for (int i = last - 1; i >= 0; i--) {
            values[i] += toLast[i] * share[i] * values[last];
            if (i > 0) {
                values[i - 1] += right[i - 1] * share[i - 1] * values[i];
            }
        }
    }

    /** w / (e^w - 1) for w >= 0, 0 where w has no end or no value: no diffusion. */
    static double bernoulli(double w) {
        if (w < 0.125) {
            double q = w * w;
            return 1 - w / 2 + q / 12 * (1 - q / 60 * (1 - q / 42 * (1 - q / 40)));
        }
        return w < 700 ? w / (Math.exp(w) - 1) : 0;
    }
}
