package io.github.murmuration.report;

import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.sim.Histogram;
import java.util.ArrayList;
import java.util.List;

/** A coordinate on a circle: places that are whole turns apart are shown as one, from {@code low} up to one turn more. */
record Turn(double low, double length) {

    static Turn of(Boundary.Periodic circle) {
        return new Turn(circle.low(), circle.high() - circle.low());
    }

    double wrapped(double x) {
        return x - length * Math.floor((x - low) / length);
    }

    /** A curve that is broken where it passes the end of a turn: by a point without a value. */
    Curve wrapped(Curve curve) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < curve.x().length; i++) {
            double y = wrapped(curve.y()[i]);
            if (i > 0 && Math.abs(y - points.get(points.size() - 1)[1]) > length / 2) {
                points.add(new double[] {(curve.x()[i - 1] + curve.x()[i]) / 2, Double.NaN});
            }
            points.add(new double[] {curve.x()[i], y});
        }
        return new Curve(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    /** A density over one turn, from wherever, over the turn from {@code low}. */
    Curve density(Curve curve) {
        double[] places = curve.x().clone();
        for (int i = 0; i < places.length; i++) {
            places[i] = wrapped(places[i]);
        }
        return new Curve(places, curve.y()).sorted();
    }

    /** A density over one turn, continued by a turn to either side. */
    Curve repeated(Curve density) {
        int n = density.x().length;
        double[] places = new double[3 * n];
        double[] values = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = density.x()[i % n] + (i / n - 1) * length;
            values[i] = density.y()[i % n];
        }
        return new Curve(places, values);
    }

    Range range() {
        return new Range(low, low + length);
    }

    /** A histogram of one turn, from wherever, over a turn whose first bin holds {@code low}. */
    Histogram histogram(Histogram histogram) {
        long[] counts = histogram.counts();
        int first = (int) Math.floor((low - histogram.low()) / histogram.width());
        long[] turned = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            turned[i] = counts[Math.floorMod(first + i, counts.length)];
        }
        return new Histogram(histogram.low() + first * histogram.width(), histogram.width(), turned);
    }
}
