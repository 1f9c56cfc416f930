package io.github.murmuration.study.selfconsistent;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.Cell;
import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Tables and figures of the study {@code self-consistent}. Points are ordered [P][d].
 *
 * @param reference what the mean is in continuous time when it is its own guidance [P d]
 * @param error standard error of the simulated fixed point [P d]
 */
record SelfConsistentReport(
        Scenario scenario,
        SelfConsistent.Effort effort,
        double[] times,
        AffineMap affine,
        double[] reference,
        Iteration exact,
        Iteration simulated,
        double[] error) {

    StudyReport report() {
        StudyReport report = new StudyReport(
                scenario.name() + ": self-consistent",
                "Guidance nu that the mean of the population reproduces: nu <- (1 - zeta) nu + zeta m[nu], zeta = "
                        + text(effort.damping(), 4)
                        + ", until max |m[nu] - nu| < " + text(effort.tolerance(), 3) + ", on the " + times.length
                        + " points of the guidance, with the exact mean and with that of "
                        + text(scenario.population().agents(), 8) + " simulated agents.");
        report.put("name", scenario.name());
        report.put("study", "self-consistent");
        report.put("seed", scenario.population().seed());
        report.put("damping", effort.damping());
        report.put("tolerance", effort.tolerance());
        report.put("contraction", affine.contraction(effort.damping()));
        report.put("distance-from-reference", distance(affine.fixedPoint(), reference));
        report.put("results", results());
        report.add(landings());
        report.add(points());
        report.addData(history());
        report.add(convergence());
        report.add(departures());
        return report;
    }

    private List<Map<String, Object>> results() {
        List<Map<String, Object>> results = new ArrayList<>();
        for (StartingGuess guess : StartingGuess.values()) {
            for (boolean isExact : new boolean[] {true, false}) {
                Iteration iteration = isExact ? exact : simulated;
                double[] point = AffineMap.flat(iteration.points()[guess.ordinal()]);
                results.add(ordered(
                        "map", isExact ? "exact" : "simulated",
                        "guess", guess.toString(),
                        "iterations", iteration.count(guess.ordinal(), effort.tolerance()),
                        "rate", rate(iteration, guess.ordinal()),
                        "distance-from-reference", distance(point, reference),
                        "distance-from-fixed-point", distance(point, affine.fixedPoint()),
                        "fixed-point", point));
            }
        }
        return results;
    }

    private double rate(Iteration iteration, int guess) {
        return iteration.rate(guess, effort.tolerance());
    }

    private StudyReport.Table landings() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "map", "guess", "iterations", "last residual", "rate", "from reference", "from exact fixed point"));
        add(rows, "exact", exact);
        add(rows, "simulated", simulated);
        return new StudyReport.Table(
                "landings",
                "Where the iteration lands",
                rows,
                "Largest distances over points and coordinates, the reference being the straight line (or a regulator's mean-field mean). The"
                        + " fixed point solved for directly is " + text(distance(affine.fixedPoint(), reference), 4)
                        + " from the reference; the contraction factor by the eigenvalues of the map is "
                        + text(affine.contraction(effort.damping()), 5)
                        + "; the largest standard error of the simulated fixed point is " + text(largest(error), 2)
                        + ".");
    }

    private void add(List<List<Object>> rows, String map, Iteration iteration) {
        for (StartingGuess guess : StartingGuess.values()) {
            int g = guess.ordinal();
            double[] point = AffineMap.flat(iteration.points()[g]);
            int count = iteration.count(g, effort.tolerance());
            rows.add(List.of(
                    map,
                    guess.toString(),
                    count < 0 ? new Cell(Double.NaN, "not converged") : count,
                    text(iteration.residuals()[iteration.residuals().length - 1][g], 3),
                    text(rate(iteration, g), 4),
                    text(distance(point, reference), 4),
                    text(distance(point, affine.fixedPoint()), 3)));
        }
    }

    private StudyReport.Table points() {
        double[] solved = affine.fixedPoint();
        double[] found = AffineMap.flat(simulated.points()[0]);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("t", "coordinate", "reference", "exact minus it", "simulated minus it", "std. error"));
        for (int i = 0; i < solved.length; i++) {
            rows.add(List.of(
                    text(times[i / scenario.dimension()], 5),
                    i % scenario.dimension(),
                    text(reference[i], 6),
                    text(solved[i] - reference[i], 4),
                    text(found[i] - reference[i], 4),
                    text(error[i], 2)));
        }
        return new StudyReport.Table("fixed-point", "The guidance that reproduces itself", rows, "");
    }

    private StudyReport.Table history() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("map", "guess", "iteration", "residual"));
        for (StartingGuess guess : StartingGuess.values()) {
            for (int i = 0; i < exact.residuals().length; i++) {
                rows.add(row("exact", guess, i, exact));
            }
            for (int i = 0; i < simulated.residuals().length; i++) {
                rows.add(row("simulated", guess, i, simulated));
            }
        }
        return new StudyReport.Table("history", "Residuals", rows, "");
    }

    private static List<Object> row(String map, StartingGuess guess, int i, Iteration iteration) {
        return List.of(map, guess.toString(), i, text(iteration.residuals()[i][guess.ordinal()], 8));
    }

    private StudyFigure convergence() {
        StudyFigure figure = new StudyFigure(
                "convergence",
                "Convergence",
                "Logarithm of max |m[nu] - nu| before each iteration; lines: exact mean, points: simulated mean.",
                "iteration",
                "log10 of the residual");
        for (StartingGuess guess : StartingGuess.values()) {
            int g = guess.ordinal();
            figure.line(guess.toString(), g, counted(exact), logarithms(exact, g))
                    .points("", g, counted(simulated), logarithms(simulated, g));
        }
        return figure;
    }

    private StudyFigure departures() {
        double[] found = AffineMap.flat(simulated.points()[0]);
        double[] solved = affine.fixedPoint();
        return new StudyFigure(
                        "fixed-point",
                        "The guidance that reproduces itself, minus the reference",
                        "Coordinate 0; dashed: two standard errors about the simulated points.",
                        "t",
                        "departure (units of the state)")
                .points("simulated", 0, times, first(i -> found[i] - reference[i]))
                .dashed("", 0, times, first(i -> found[i] - reference[i] + 2 * error[i]))
                .dashed("", 0, times, first(i -> found[i] - reference[i] - 2 * error[i]))
                .line("exact", 1, times, first(i -> solved[i] - reference[i]));
    }

    private double[] first(IntToDoubleFunction value) {
        return IntStream.range(0, times.length)
                .mapToDouble(p -> value.applyAsDouble(p * scenario.dimension()))
                .toArray();
    }

    private static double[] counted(Iteration iteration) {
        return IntStream.range(0, iteration.residuals().length).asDoubleStream().toArray();
    }

    private static double[] logarithms(Iteration iteration, int g) {
        return Arrays.stream(iteration.residuals())
                .mapToDouble(r -> Math.log10(Math.max(r[g], 1e-16)))
                .toArray();
    }

    private static double distance(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]))
                .max()
                .orElseThrow();
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
