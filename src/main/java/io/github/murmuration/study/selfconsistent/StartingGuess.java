package io.github.murmuration.study.selfconsistent;

import java.util.Locale;

/** Guidance that the iteration begins with. */
enum StartingGuess {
    /** The straight line. */
    LINEAR {
        @Override
        double at(double t, double from, double to) {
            return (1 - t) * from + t * to;
        }
    },
    ZERO {
        @Override
        double at(double t, double from, double to) {
            return 0;
        }
    },
    TARGET_MEAN {
        @Override
        double at(double t, double from, double to) {
            return to;
        }
    },
    /** The line with a wave of one and a half periods, whose height is the distance between the means and one more. */
    CURVED {
        @Override
        double at(double t, double from, double to) {
            return (1 - t) * from + t * to + (1 + Math.abs(to - from)) * Math.sin(3 * Math.PI * t);
        }
    };

    /** One coordinate at time t. */
    abstract double at(double t, double from, double to);

    /** At times [P][d]. */
    double[][] points(double[] times, double[] from, double[] to) {
        double[][] points = new double[times.length][from.length];
        for (int p = 0; p < times.length; p++) {
            for (int j = 0; j < from.length; j++) {
                points[p][j] = at(times[p], from[j], to[j]);
            }
        }
        return points;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
