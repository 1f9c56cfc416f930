package io.github.murmuration.exact;

import io.github.murmuration.density.GaussLegendre;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Gauss-Legendre quadrature with 16 points on each of a set of panels, which are halved until halving changes the integral over
 * a panel by less than a fraction of the whole integral. Meant for f >= 0.
 */
final class AdaptiveQuadrature {

    private static final int POINTS = 16;

    /** A stop for integrands whose own rounding exceeds the tolerance: so many panels, or a few for each of the first ones. */
    private static final int MOST_PANELS = 1024;

    private static final int OF_EACH = 4;

    private static final GaussLegendre RULE = GaussLegendre.on(-1, 1, POINTS);

    private final DoubleUnaryOperator f;
    private final double tolerance;
    private final int most;
    private final List<Panel> panels = new ArrayList<>();
    private double scale;

    private record Panel(double left, double right, double integral) {}

    /** Points and weights of a composite rule, the points increasing. */
    record Nodes(double[] points, double[] weights) {}

    /**
     * @param edges of the first panels, increasing
     * @param relativeTolerance largest change of a panel on halving, relative to the integral of |f|
     */
    AdaptiveQuadrature(DoubleUnaryOperator f, double[] edges, double relativeTolerance) {
        this.f = f;
        List<Panel> first = new ArrayList<>();
        for (int i = 0; i + 1 < edges.length; i++) {
            first.add(panel(edges[i], edges[i + 1]));
        }
        this.tolerance = relativeTolerance;
        this.most = Math.max(MOST_PANELS, OF_EACH * first.size());
        this.scale = first.stream().mapToDouble(p -> Math.abs(p.integral)).sum();
        first.forEach(p -> refine(p));
    }

    double integral() {
        return panels.stream().mapToDouble(Panel::integral).sum();
    }

    Nodes nodes() {
        double[] points = new double[POINTS * panels.size()];
        double[] weights = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            Panel panel = panels.get(i / POINTS);
            double half = (panel.right - panel.left) / 2;
            points[i] = panel.left + half * (1 + RULE.point(i % POINTS));
            weights[i] = half * RULE.weight(i % POINTS);
        }
        return new Nodes(points, weights);
    }

    private void refine(Panel panel) {
        double middle = (panel.left + panel.right) / 2;
        Panel left = panel(panel.left, middle);
        Panel right = panel(middle, panel.right);
        double change = left.integral + right.integral - panel.integral;
        scale = Math.max(scale, Math.abs(left.integral) + Math.abs(right.integral));
        boolean rough = Math.abs(change) > tolerance * scale; // not where f has no value: halving finds none either
        if (!rough || panels.size() >= most || middle == panel.left || middle == panel.right) {
            panels.add(panel);
            return;
        }
        refine(left);
        refine(right);
    }

    private Panel panel(double left, double right) {
        double half = (right - left) / 2;
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += RULE.weight(i) * f.applyAsDouble(left + half * (1 + RULE.point(i)));
        }
        return new Panel(left, right, half * sum);
    }
}
