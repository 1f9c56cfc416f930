package io.github.murmuration.schedule;

import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scheme;
import java.util.ArrayList;
import java.util.List;

/**
 * Schedule of the guided bridge under empirical guidance: the rows of a population whose mean is on the straight line, and feeds for its
 * departure delta_k from there. At t_k the agents plan on nu_s + (1 - s)/(1 - t_k) delta_k, nu the straight line; thetaX, gamma and
 * the change of thetaY over a step are linear in the guidance, so their gains are those under the guidance 1 - s over 1 - t_k.
 * Source: {@code mathematics.md}, section 7.
 */
public final class EmpiricalSchedule implements Schedule {

    private static final double[] ONE = {1};
    private static final double[] ZERO = {0};

    private final DriftSchedule line;
    private final Scheme scheme;
    private final TimeGrid grid;
    private final BackwardCoefficients response;
    private final RowLayout layout;

    /** @param line schedule under the straight line, on the same protocol and grid */
    public EmpiricalSchedule(DriftSchedule line, Scheme scheme, Protocol protocol, TimeGrid grid) {
        this.line = line;
        this.scheme = scheme;
        this.grid = grid;
        this.response = new BackwardCoefficients(protocol, GuidancePath.line(protocol, ONE, ZERO));
        this.layout = line.layout();
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    /** The straight line, which is what the chain of its mean is on. */
    @Override
    public double[] centre(int k) {
        return line.centre(k);
    }

    @Override
    public List<Feed> feeds() {
        List<Feed> feeds = new ArrayList<>(Feed.reference(layout, layout.dimension()));
        for (int j = 0; j < layout.dimension(); j++) {
            feeds.add(new Feed(layout.thetaX() + j, layout.thetaXGain(), j, false));
            feeds.add(new Feed(layout.gamma() + j, layout.gammaGain(), j, false));
            feeds.add(new Feed(layout.thetaY() + j, layout.thetaYGain(), j, true));
        }
        return feeds;
    }

    @Override
    public void fill(int k, float[] rows, int offset) {
        line.fill(k, rows, offset);
        double t = grid.time(k);
        double next = grid.time(k + 1);
        double scale = 1 / (1 - t);
        BackwardCoefficients.Values now = response.at(t);
        rows[offset + layout.thetaXGain()] = (float) (scale * now.thetaX()[0]);
        double gamma = scheme == Scheme.EULER_MARUYAMA
                ? grid.step(k) * now.thetaX()[0]
                : Transition.of(response, t, next).gamma()[0];
        rows[offset + layout.gammaGain()] = (float) (scale * gamma);
        double change = next == 1 ? 0 : response.at(next).thetaY()[0] - now.thetaY()[0];
        rows[offset + layout.thetaYGain()] = (float) (scale * change);
    }

    /** The drift in a population whose mean is on the straight line. */
    @Override
    public void drift(double t, double[] z, double[] x, double[] u) {
        line.drift(t, z, x, u);
    }
}
