package io.github.murmuration.study.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.laboratory.Row;
import io.github.murmuration.laboratory.WrittenParticles;
import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.study.Cells;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Figures of the study {@code laboratory}. */
record LaboratoryFigures(List<EpsilonResult> relaxed, List<Problem> drawn, List<Snapshots> snapshots) {

    private static final int POINTS = 161;
    private static final int BINS = 40;
    private static final double REACH = 3.5;

    void addTo(StudyReport report) {
        report.add(means());
        for (int i = 0; i < drawn.size(); i++) {
            Problem problem = drawn.get(i);
            report.add(densities(problem, snapshots.get(i)));
            report.add(lines(problem, snapshots.get(i), "value", "Value function U", (row, x, t) -> row.value(x, t)));
            report.add(lines(
                    problem,
                    snapshots.get(i),
                    "control",
                    "Drift of the agents",
                    (row, x, t) -> new WrittenParticles(
                                    row, problem.written().orElseThrow().model())
                            .drift(x, t)[0]));
        }
    }

    private StudyFigure means() {
        StudyFigure figure = new StudyFigure(
                "interpolation",
                "Means from gradient flow to transport",
                "Mean of the agents (points) and of the law (lines) over time, for several epsilon; 0 is gradient flow, infinite is transport.",
                "time",
                "mean");
        for (int i = 0; i < relaxed.size(); i += 2) {
            EpsilonResult one = relaxed.get(i);
            String label = Double.isInfinite(one.epsilon())
                    ? "infinite"
                    : Cells.text(one.epsilon(), 2).text();
            figure.line("epsilon " + label, i / 2, one.times(), one.exactMean());
            figure.points("", i / 2, one.times(), one.mean());
        }
        return figure;
    }

    private static StudyFigure densities(Problem problem, Snapshots agents) {
        String name = problem.scenario().name();
        StudyFigure figure = new StudyFigure(
                "density-" + name,
                name + ": density over time",
                "Densities of agents (points) and of the law (lines) at several times.",
                "x",
                "density");
        Row row = problem.row().orElseThrow();
        for (int k = 0; k < agents.times().length; k++) {
            double t = agents.times()[k] * horizon(problem);
            GaussianMixture law = row.law(t).orElseThrow();
            double[] x = around(row, t);
            figure.line("t = " + Cells.text(t, 3), k, x, map(x, at -> normal(law, at)));
            double[][] density = agents.density(k, BINS);
            figure.points("", k, density[0], density[1]);
        }
        return figure;
    }

    private interface Quantity {
        double at(Row row, double[] x, double t);
    }

    private static StudyFigure lines(Problem problem, Snapshots agents, String key, String title, Quantity quantity) {
        String name = problem.scenario().name();
        StudyFigure figure = new StudyFigure(
                key + "-" + name,
                name + ": " + title,
                title + " at several times, where agents are: over " + REACH
                        + " standard deviations to either side of their mean.",
                "x",
                title);
        Row row = problem.row().orElseThrow();
        for (int k = 0; k < agents.times().length; k++) {
            double t = agents.times()[k] * horizon(problem);
            double[] x = around(row, t);
            figure.line("t = " + Cells.text(t, 3), k, x, map(x, at -> quantity.at(row, new double[] {at}, t)));
        }
        return figure;
    }

    private static double horizon(Problem problem) {
        return problem.written().orElseThrow().model().horizon();
    }

    private static double[] around(Row row, double t) {
        GaussianMixture law = row.law(t).orElseThrow();
        double half = REACH * Math.sqrt(law.covariance()[0][0]);
        double[] x = new double[POINTS];
        Arrays.setAll(x, i -> law.mean()[0] + half * (2.0 * i / (POINTS - 1) - 1));
        return x;
    }

    private static double normal(GaussianMixture law, double x) {
        double variance = law.covariance()[0][0];
        double departure = x - law.mean()[0];
        return Math.exp(-0.5 * departure * departure / variance) / Math.sqrt(2 * Math.PI * variance);
    }

    private static double[] map(double[] x, DoubleUnaryOperator function) {
        return Arrays.stream(x).map(function).toArray();
    }
}
