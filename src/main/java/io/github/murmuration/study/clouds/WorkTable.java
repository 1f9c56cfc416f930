package io.github.murmuration.study.clouds;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.diffusion.Branching;
import io.github.murmuration.diffusion.Clock;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.generation.CloudProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How work grows with the number of points, without any simulation: of the first hundred points, ten copies at as many levels as it takes,
 * widening 1, against all points from the start.
 */
record WorkTable(CloudProblem problem) {

    private static final int FIRST_POINTS = 100;
    private static final int COPIES = 10;
    private static final int MOST_LEVELS = 4;

    /**
     * What a cloud of N points takes.
     * @param pairs where every point is summed over all others, one by one
     */
    private record Work(double points, double whole, double branched, double pairs, double branchedPairs) {}

    private List<Work> rows() {
        List<Work> rows = new ArrayList<>();
        for (int times = 1; times <= MOST_LEVELS; times++) {
            rows.add(work(times));
        }
        return rows;
    }

    private Work work(int times) {
        double[] levels = Plan.levels(problem, times).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        Branching branching = new Branching(COPIES, 1, levels);
        double points = branching.points(FIRST_POINTS);
        int steps = problem.clock().steps();
        return new Work(
                points,
                points * steps,
                branching.pointSteps(problem.clock(), FIRST_POINTS),
                points * points * steps,
                pairs(branching));
    }

    private double pairs(Branching branching) {
        double sum = 0;
        double points = FIRST_POINTS;
        for (Clock part : branching.parts(problem.clock())) {
            sum += points * points * part.steps();
            points *= COPIES;
        }
        return sum;
    }

    StudyReport.Table table() {
        List<List<Object>> table = new ArrayList<>();
        table.add(List.of(
                "points",
                "point-steps from the start",
                "branched",
                "share",
                "pairs one by one from the start",
                "branched",
                "share"));
        for (Work row : rows()) {
            table.add(List.of(
                    (long) row.points(),
                    text(row.whole(), 4),
                    text(row.branched(), 4),
                    text(row.branched() / row.whole(), 3),
                    text(row.pairs(), 4),
                    text(row.branchedPairs(), 4),
                    text(row.branchedPairs() / row.pairs(), 3)));
        }
        return new StudyReport.Table(
                "work",
                "How work grows with the number of points",
                table,
                "Of one cloud, counted: from 100 points, ten copies at each level, widening 1. Means over points make the work of a step"
                        + " proportional to the points; summed pair by pair it is proportional to their square.");
    }

    List<Map<String, Object>> summary() {
        return rows().stream()
                .map(row -> ordered(
                        "points", row.points(),
                        "point-steps", row.whole(),
                        "branched-point-steps", row.branched(),
                        "pairs", row.pairs(),
                        "branched-pairs", row.branchedPairs()))
                .toList();
    }
}
