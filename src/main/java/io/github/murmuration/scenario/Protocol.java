package io.github.murmuration.scenario;

import java.util.Objects;

/** Piecewise-constant protocol: stiffness beta[i] >= 0 on [breaks[i], breaks[i+1]], breaks increasing from 0 to 1. */
public record Protocol(double[] breaks, double[] beta, GuidanceShape guidanceShape) {

    /** More intervals than this are refused: far beyond any use, and well within memory. */
    public static final int MOST_INTERVALS = 1_000_000;

    public Protocol {
        Objects.requireNonNull(guidanceShape, "guidanceShape");
        checkBreaks(breaks);
        Check.count("beta", beta.length, breaks.length - 1, "one per interval");
        for (int i = 0; i < beta.length; i++) {
            Check.notNegative("beta[" + i + "]", beta[i]);
            if (beta[i] > Float.MAX_VALUE) {
                throw ScenarioException.refused("beta[" + i + "]", Check.text(beta[i]), "a number of at most 3.4e38");
            }
        }
    }

    /** Number of intervals. */
    public int intervals() {
        return beta.length;
    }

    /** No potential at all: one interval of stiffness 0. What a scenario without a protocol gets. */
    public static Protocol free() {
        return equalIntervals(0);
    }

    /** Equal intervals, one per given stiffness; guidance constant on each. */
    public static Protocol equalIntervals(double... beta) {
        return new Protocol(equalBreaks(beta.length), beta, GuidanceShape.PIECEWISE_CONSTANT);
    }

    /** Equal intervals with beta[i] = first * ratio^i; guidance constant on each. */
    public static Protocol geometric(int intervals, double first, double ratio) {
        return new Protocol(
                equalBreaks(intervals), geometricBeta(intervals, first, ratio), GuidanceShape.PIECEWISE_CONSTANT);
    }

    /** The same protocol with another shape of the guidance. */
    public Protocol with(GuidanceShape shape) {
        return new Protocol(breaks, beta, shape);
    }

    static double[] equalBreaks(int intervals) {
        if (intervals < 1 || intervals > MOST_INTERVALS) {
            throw ScenarioException.refused("breaks", intervals, "a number of intervals from 1 to " + MOST_INTERVALS);
        }
        double[] breaks = new double[intervals + 1];
        for (int i = 0; i <= intervals; i++) {
            breaks[i] = (double) i / intervals;
        }
        return breaks;
    }

    /** StrictMath, because the same file must give the same schedule on every machine. */
    static double[] geometricBeta(int intervals, double first, double ratio) {
        Check.notNegative("beta.first", first);
        Check.notNegative("beta.ratio", ratio);
        double[] beta = new double[intervals];
        for (int i = 0; i < intervals; i++) {
            beta[i] = first * StrictMath.pow(ratio, i);
        }
        return beta;
    }

    private static void checkBreaks(double[] breaks) {
        if (breaks.length < 2) {
            throw ScenarioException.refused("breaks", "a list of " + breaks.length, "at least 0 and 1");
        }
        checkBreak("breaks[0]", breaks[0], 0);
        for (int i = 1; i < breaks.length; i++) {
            if (!(breaks[i] > breaks[i - 1])) {
                String accepted = "a number above " + Check.text(breaks[i - 1]) + ", the break before it";
                throw ScenarioException.refused("breaks[" + i + "]", Check.text(breaks[i]), accepted);
            }
        }
        checkBreak("breaks[" + (breaks.length - 1) + "]", breaks[breaks.length - 1], 1);
    }

    private static void checkBreak(String path, double found, int expected) {
        if (found != expected) {
            throw ScenarioException.refused(path, Check.text(found), String.valueOf(expected));
        }
    }
}
