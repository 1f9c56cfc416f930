package io.github.murmuration.limit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * Four runs, each twice as fine as the one before, extrapolated: errors of finite volumes whose step falls with the square of their
 * spacing are a series in that square, of which three runs take away two powers. The last three give a number, and their difference
 * from the first three is its error: more than the true one where the series holds, and about it where coefficients have kinks.
 */
final class Refinement {

    private final Boundary boundary;
    private final double factor;
    private final List<Run> runs;

    /**
     * @param factor by which the leading error falls from a run to the next
     * @param runs four, the coarsest first
     */
    Refinement(Boundary boundary, double factor, List<Run> runs) {
        this.boundary = boundary;
        this.factor = factor;
        this.runs = runs;
    }

    /** Entry f of every row. */
    Series series(int f) {
        return series((run, r) -> run.rows()[r][f]);
    }

    /** Entry f of every row, a place on the ring: taken where it is nearest to that of the finest run. */
    Series places(int f) {
        double length = boundary.high() - boundary.low();
        Series series = series((run, r) -> {
            double x = run.rows()[r][f];
            return x - length * Math.rint((x - runs.get(3).rows()[r][f]) / length);
        });
        return new Series(Arrays.stream(series.values()).map(boundary::inside).toArray(), series.errors());
    }

    private Series series(ToDoubleBiFunction<Run, Integer> number) {
        double[] values = new double[times()];
        double[] errors = new double[times()];
        for (int r = 0; r < values.length; r++) {
            double[] x = new double[4];
            for (int i = 0; i < 4; i++) {
                x[i] = number.applyAsDouble(runs.get(i), r);
            }
            values[r] = twice(x[1], x[2], x[3]);
            errors[r] = Math.abs(values[r] - twice(x[0], x[1], x[2]));
        }
        return new Series(values, errors);
    }

    /** On the points of the last run but one, extrapolated once. */
    Optional<Density> density() {
        Grid grid = runs.get(2).grid();
        if (grid == null) {
            return Optional.empty();
        }
        double[] points = new double[grid.points()];
        Arrays.setAll(points, grid::point);
        double[][] values = new double[times()][];
        double[] errors = new double[times()];
        for (int r = 0; r < values.length; r++) {
            double[] before = once(1, r);
            double[] last = once(2, r);
            for (int i = 0; i < before.length; i++) {
                errors[r] = Math.max(errors[r], Math.abs(last[2 * i] - before[i]));
            }
            values[r] = normalised(grid, last);
        }
        return Optional.of(new Density(points, values, errors));
    }

    private int times() {
        return runs.get(0).rows().length;
    }

    private double twice(double coarse, double middle, double fine) {
        double first = once(coarse, middle);
        double second = once(middle, fine);
        return second + (second - first) / (factor * factor - 1);
    }

    private double once(double coarse, double fine) {
        return fine + (fine - coarse) / (factor - 1);
    }

    private double[] once(int run, int r) {
        double[] coarse = runs.get(run).densities()[r];
        double[] fine = runs.get(run + 1).densities()[r];
        double[] extrapolated = new double[coarse.length];
        Arrays.setAll(extrapolated, i -> once(coarse[i], fine[2 * i]));
        return extrapolated;
    }

    private static double[] normalised(Grid grid, double[] density) {
        double mass = 0;
        for (int i = 0; i < density.length; i++) {
            mass += Math.max(0, density[i]) / grid.perVolume(i);
        }
        double[] normalised = new double[density.length];
        for (int i = 0; i < density.length; i++) {
            normalised[i] = Math.max(0, density[i]) / mass;
        }
        return normalised;
    }
}
