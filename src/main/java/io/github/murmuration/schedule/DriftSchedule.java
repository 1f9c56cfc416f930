package io.github.murmuration.schedule;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.density.Posterior;
import io.github.murmuration.scenario.Scheme;

/**
 * Schedule of the guided bridge. Its centre is the mean of the chain that the scheme makes, exact where the target is one Gaussian: an
 * endpoint is expected at the target's mean m, and where h departs from its mean in continuous time by the error of the steps, at what a
 * Gaussian of the target's mean and variances makes of it.
 */
public final class DriftSchedule implements Schedule {

    private final BackwardCoefficients backward;
    private final TimeGrid grid;
    private final Scheme scheme;
    private final GaussianMixture target;
    private final double[] targetMean;
    private final GaussianMixture response;
    private final MixtureTable mixture;
    private final RowLayout layout;
    private final double b0;
    private final double[] start;
    private final CentrePath centre;

    public DriftSchedule(
            BackwardCoefficients backward,
            TimeGrid grid,
            Scheme scheme,
            GaussianMixture initial,
            GaussianMixture target) {
        this.backward = backward;
        this.grid = grid;
        this.scheme = scheme;
        this.target = target;
        this.targetMean = target.mean();
        GaussianMixture centred = target.about(targetMean);
        this.response = centred.components() == 1 ? centred : centred.matched();
        this.mixture = new MixtureTable(centred);
        this.layout = new RowLayout(target.dimension(), target.components());
        this.b0 = backward.at(0).b();
        this.start = initial.mean();
        this.centre = new CentrePath(start, grid.steps(), (k, c) -> step(k, c).next);
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public double[] centre(int k) {
        return centre.at(k);
    }

    public BackwardCoefficients backward() {
        return backward;
    }

    /** u(t, x; z) = thetaX + b (yhat - x) - (a - b) x. */
    @Override
    public void drift(double t, double[] z, double[] x, double[] u) {
        BackwardCoefficients.Values values = backward.at(t);
        double[] h = new double[x.length];
        for (int j = 0; j < h.length; j++) {
            h[j] = values.b() * x[j] - b0 * z[j] + values.thetaY()[j];
        }
        new Posterior(target, values.precision()).mean(h, u);
        for (int j = 0; j < u.length; j++) {
            u[j] = values.thetaX()[j] + values.b() * (u[j] - x[j]) - values.excess() * x[j];
        }
    }

    @Override
    public void fill(int k, float[] rows, int offset) {
        Step step = step(k, centre.at(k));
        rows[offset + RowLayout.B] = (float) step.values.b();
        rows[offset + RowLayout.MINUS_EXCESS] = (float) -step.values.excess();
        rows[offset + RowLayout.MINUS_B0] = (float) -b0;
        rows[offset + RowLayout.DT] = (float) grid.step(k);
        rows[offset + RowLayout.NOISE] = (float) (euler() ? Math.sqrt(grid.step(k)) : step.transition.noise());
        rows[offset + RowLayout.ALPHA_MINUS_ONE] = (float) (step.transition.alpha() - 1);
        rows[offset + RowLayout.ETA] = (float) step.transition.eta();
        rows[offset + RowLayout.UNIT] = 1;
        copy(step.thetaX, rows, offset + layout.thetaX());
        copy(step.thetaY, rows, offset + layout.thetaY());
        copy(step.gamma, rows, offset + layout.gamma());
        mixture.fill(step.values.precision(), layout, rows, offset);
    }

    /**
     * What a step does about the centre; vectors [d] as in RowLayout.
     * @param next centre after it
     */
    private record Step(
            BackwardCoefficients.Values values,
            Transition transition,
            double[] thetaX,
            double[] thetaY,
            double[] gamma,
            double[] next) {}

    /** @param c centre before step k */
    private Step step(int k, double[] c) {
        double t = grid.time(k);
        BackwardCoefficients.Values values = backward.at(t);
        Transition transition = Transition.of(backward, t, grid.time(k + 1));
        int d = c.length;
        double[] thetaX = new double[d];
        double[] thetaY = new double[d];
        for (int j = 0; j < d; j++) {
            thetaX[j] = values.thetaX()[j] + values.b() * (targetMean[j] - c[j]) - values.excess() * c[j];
            thetaY[j] = values.thetaY()[j] + values.b() * c[j] - b0 * start[j] - values.precision() * targetMean[j];
        }
        double[] expected = new double[d];
        new Posterior(response, values.precision()).mean(thetaY, expected);
        double[] gamma = new double[d];
        double[] next = new double[d];
        for (int j = 0; j < d; j++) {
            double pull = euler() ? grid.step(k) * values.b() : transition.eta();
            double moved = euler()
                    ? c[j] + grid.step(k) * thetaX[j]
                    : transition.alpha() * c[j] + transition.gamma()[j] + transition.eta() * targetMean[j];
            next[j] = moved + pull * expected[j];
            gamma[j] = moved - next[j];
        }
        return new Step(values, transition, thetaX, thetaY, gamma, next);
    }

    private boolean euler() {
        return scheme == Scheme.EULER_MARUYAMA;
    }

    private static void copy(double[] values, float[] rows, int at) {
        for (int j = 0; j < values.length; j++) {
            rows[at + j] = (float) values[j];
        }
    }
}
