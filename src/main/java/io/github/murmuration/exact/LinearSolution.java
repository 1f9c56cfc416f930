package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.exact.LinearSystem.State;
import io.github.murmuration.model.LinearEquations;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Mark;
import java.util.List;
import java.util.Optional;

/** Solves the equations of moments of a linear model, by Runge-Kutta steps of fourth order that are halved until nothing changes. */
final class LinearSolution {
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_HALVINGS = 14;

    private final LinearSystem system;

    private LinearSolution(LinearSystem system) {
        this.system = system;
    }

    /**
     * Empty where the model is not linear, a mark has no variance, or the equations are too stiff.
     *
     * @param times increasing from 0; coefficients jump at some of them at most [T]
     */
    static Optional<LinearMoments> of(CustomModel model, GaussianMixture start, long agents, double[] times) {
        List<Optional<Spread>> marks =
                model.marks().values().stream().map(Spread::of).toList();
        Optional<LinearEquations> equations = LinearEquations.of(model);
        if (equations.isEmpty() || marks.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        LinearSystem system = new LinearSystem(
                equations.get(),
                marks.stream().mapToDouble(mark -> mark.get().mean()).toArray(),
                marks.stream().mapToDouble(mark -> mark.get().variance()).toArray());
        State first = State.start(start.mean(), start.covariance(), marks.size());
        boolean gaussian =
                start.components() == 1 && model.marks().values().stream().allMatch(Mark.Gaussian.class::isInstance);
        return new LinearSolution(system)
                .solve(first, times)
                .map(states -> moments(states, times, agents, gaussian))
                .filter(LinearMoments::finite);
    }

    private static LinearMoments moments(State[] states, double[] times, double agents, boolean gaussian) {
        double[][] mean = new double[times.length][];
        double[][] varianceOfMean = new double[times.length][];
        double[][] spread = new double[times.length][];
        for (int r = 0; r < times.length; r++) {
            State x = states[r];
            mean[r] = x.m()[0];
            varianceOfMean[r] = new double[mean[r].length];
            spread[r] = new double[mean[r].length];
            for (int j = 0; j < mean[r].length; j++) {
                varianceOfMean[r][j] = x.u()[j][j] / agents + x.common()[j][j];
                spread[r][j] = x.w()[j][j] * (1 - 1 / agents);
            }
        }
        return new LinearMoments(times, mean, varianceOfMean, spread, gaussian);
    }

    private Optional<State[]> solve(State first, double[] times) {
        State[] states = new State[times.length];
        states[0] = first;
        int steps = 1;
        for (int r = 1; r < times.length; r++) {
            State coarse = across(states[r - 1], times[r - 1], times[r], steps);
            for (int halving = 0; states[r] == null; halving++) {
                State fine = across(states[r - 1], times[r - 1], times[r], 2 * steps);
                if (fine.distance(coarse) <= TOLERANCE) {
                    states[r] = fine.plus(1.0 / 15, fine.plus(-1, coarse));
                } else if (halving == MOST_HALVINGS || !Double.isFinite(fine.distance(coarse))) {
                    return Optional.empty();
                } else {
                    coarse = fine;
                    steps *= 2;
                }
            }
            steps = Math.max(1, steps / 2);
        }
        return Optional.of(states);
    }

    private State across(State x, double from, double to, int steps) {
        double h = (to - from) / steps;
        for (int k = 0; k < steps; k++) {
            double t = from + k * h;
            double end = Math.nextDown(k + 1 == steps ? to : t + h); // a jump at the end is the next step's
            State a = system.rate(t, x);
            State b = system.rate(t + h / 2, x.plus(h / 2, a));
            State c = system.rate(t + h / 2, x.plus(h / 2, b));
            State d = system.rate(end, x.plus(h, c));
            x = x.plus(h / 6, a).plus(h / 3, b).plus(h / 3, c).plus(h / 6, d);
        }
        return x;
    }
}
