package io.github.murmuration.scenario;

/** The conditions that several records of a scenario share. Every method throws {@link ScenarioException}. */
final class Check {
    /** Agents beyond stop a run. */
    private static final double FARTHEST = 1e17;

    /** Float32 holds less with fewer digits, or not at all. */
    private static final double SMALLEST = Float.MIN_NORMAL;

    private Check() {}

    static void atLeast(String path, long value, long least) {
        if (value < least) {
            throw ScenarioException.refused(path, value, "a whole number of at least " + least);
        }
    }

    static void atMost(String path, int count, int most, String what) {
        if (count > most) {
            throw ScenarioException.refused(path, count + " " + what, "at most " + most);
        }
    }

    static void finite(String path, double value) {
        if (!Double.isFinite(value)) {
            throw ScenarioException.refused(path, text(value), "a finite number");
        }
    }

    static void notNegative(String path, double value) {
        finite(path, value);
        if (value < 0) {
            throw ScenarioException.refused(path, text(value), "a number >= 0");
        }
    }

    static void positive(String path, double value) {
        finite(path, value);
        if (value <= 0) {
            throw ScenarioException.refused(path, text(value), "a positive number");
        }
    }

    /** A coordinate of an agent: sums of squares stay within float32 below this. */
    static void coordinate(String path, double value) {
        finite(path, value);
        if (!(Math.abs(value) < FARTHEST)) {
            throw ScenarioException.refused(path, text(value), "a number of magnitude below " + FARTHEST);
        }
    }

    /** A standard deviation of coordinates. */
    static void deviation(String path, double value) {
        notNegative(path, value);
        if (value != 0 && !(value >= SMALLEST && value < FARTHEST)) {
            throw ScenarioException.refused(path, text(value), "0, or a number from 1.2e-38 to " + FARTHEST);
        }
    }

    /** A number that float32 holds. */
    static void single(String path, double value) {
        finite(path, value);
        if (value != 0 && !(Math.abs(value) >= SMALLEST && Math.abs(value) <= Float.MAX_VALUE)) {
            throw ScenarioException.refused(path, text(value), "0, or a number of magnitude from 1.2e-38 to 3.4e38");
        }
    }

    /** A distance of coordinates: float32 holds its square. */
    static void distance(String path, double value) {
        if (!(value >= 1e-18 && value <= 1e18)) {
            throw ScenarioException.refused(path, text(value), "a distance from 1e-18 to 1e18");
        }
    }

    static void notEmpty(String path, int length, String accepted) {
        if (length == 0) {
            throw ScenarioException.refused(path, "an empty list", accepted);
        }
    }

    static void point(String path, double[] point) {
        notEmpty(path, point.length, "one number per coordinate");
        for (int j = 0; j < point.length; j++) {
            coordinate(path + "[" + j + "]", point[j]);
        }
    }

    /** Points [n][d] with n >= 1 and one d for all. */
    static void points(String path, double[][] points) {
        notEmpty(path, points.length, "at least one point");
        for (int i = 0; i < points.length; i++) {
            String at = path + "[" + i + "]";
            point(at, points[i]);
            dimension(at, points[i].length, points[0].length, path + "[0]");
        }
    }

    static void dimension(String path, int found, int expected, String reference) {
        if (found != expected) {
            throw ScenarioException.refused(path, "dimension " + found, expected + ", as " + reference + " has");
        }
    }

    static void count(String path, int found, int expected, String reason) {
        if (found != expected) {
            throw ScenarioException.refused(path, "a list of " + found, expected + ", " + reason);
        }
    }

    /** The shortest text of a number: 2 rather than 2.0. */
    static String text(double value) {
        boolean whole = Math.rint(value) == value && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
