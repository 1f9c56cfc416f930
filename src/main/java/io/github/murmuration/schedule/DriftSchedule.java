package io.github.murmuration.schedule;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.density.Posterior;
import io.github.murmuration.scenario.Scheme;

/** Schedule of the guided bridge. */
public final class DriftSchedule implements Schedule {

    private final BackwardCoefficients backward;
    private final TimeGrid grid;
    private final Scheme scheme;
    private final GaussianMixture target;
    private final ExactMoments moments;
    private final MixtureTable mixture;
    private final RowLayout layout;
    private final double b0;

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
        this.moments = ExactMoments.of(backward, grid, initial.mean(), target.mean());
        this.mixture = new MixtureTable(target);
        this.layout = new RowLayout(target.dimension(), target.components());
        this.b0 = backward.at(0).b();
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    public BackwardCoefficients backward() {
        return backward;
    }

    /** Exact moments on the grid; their means are the reference points of the reductions. */
    public ExactMoments moments() {
        return moments;
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
        double t = grid.times()[k];
        BackwardCoefficients.Values values = backward.at(t);
        Transition transition = Transition.of(backward, t, grid.times()[k + 1]);
        boolean euler = scheme == Scheme.EULER_MARUYAMA;
        rows[offset + RowLayout.B] = (float) values.b();
        rows[offset + RowLayout.MINUS_EXCESS] = (float) -values.excess();
        rows[offset + RowLayout.MINUS_B0] = (float) -b0;
        rows[offset + RowLayout.DT] = (float) grid.step(k);
        rows[offset + RowLayout.NOISE] = (float) (euler ? Math.sqrt(grid.step(k)) : transition.noise());
        rows[offset + RowLayout.ALPHA] = (float) transition.alpha();
        rows[offset + RowLayout.ETA] = (float) transition.eta();
        copy(values.thetaX(), rows, offset + layout.thetaX());
        copy(values.thetaY(), rows, offset + layout.thetaY());
        copy(transition.gamma(), rows, offset + layout.gamma());
        copy(moments.mean()[k + 1], rows, offset + layout.reference());
        mixture.fill(values.precision(), layout, rows, offset);
    }

    private static void copy(double[] values, float[] rows, int at) {
        for (int j = 0; j < values.length; j++) {
            rows[at + j] = (float) values[j];
        }
    }
}
