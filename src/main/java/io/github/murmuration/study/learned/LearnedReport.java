package io.github.murmuration.study.learned;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.cloud.ThreeShapes;
import io.github.murmuration.report.Cell;
import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.score.LearnedScore;
import io.github.murmuration.study.generation.Quality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Tables and figures of the study {@code learned-scores}. */
record LearnedReport(
        CloudExample example,
        LearnedScores.Effort effort,
        long seed,
        LearnedScore learned,
        List<LossAtNoise> losses,
        List<GeneratedClouds> generated) {

    StudyReport report() {
        StudyReport report = new StudyReport(
                example + ": learned scores",
                "Scores fitted to " + effort.clouds() + " clouds of " + effort.points()
                        + " points by least squares, with interactions between pairs of points and without (B = 0), and "
                        + effort.generated() + " clouds that each generates in " + effort.steps() + " steps.");
        report.put("clouds", example.toString());
        report.put("study", "learned-scores");
        report.put("seed", seed);
        report.put("losses", losses.stream().map(this::summary).toList());
        report.put("generated", generated.stream().map(this::summary).toList());
        report.add(lossTable());
        report.add(cloudTable());
        if (example == CloudExample.THREE_SHAPES) {
            report.add(shapeTable());
        }
        report.addData(coefficients());
        report.add(figure());
        return report;
    }

    private Object summary(LossAtNoise loss) {
        return ordered(
                "noise", loss.u(),
                "exact", loss.exact().mean(),
                "exact-error", loss.exact().error(),
                "with-pairs-above-exact", loss.excess().mean(),
                "with-pairs-error", loss.excess().error(),
                "without-above-exact", loss.independentExcess().mean(),
                "without-error", loss.independentExcess().error(),
                "decided-by-clouds", loss.decided());
    }

    private Object summary(GeneratedClouds clouds) {
        return ordered("source", clouds.source(), "p-value", clouds.test().pValue());
    }

    private StudyReport.Table lossTable() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "noise u",
                "score itself",
                "std. error",
                "with pairs: more by",
                "std. error",
                "B = 0: more by",
                "std. error",
                "decided by clouds"));
        for (LossAtNoise loss : losses) {
            rows.add(List.of(
                    text(loss.u(), 4),
                    text(loss.exact().mean(), 4),
                    text(loss.exact().error(), 2),
                    text(loss.excess().mean(), 3),
                    text(loss.excess().error(), 2),
                    text(loss.independentExcess().mean(), 3),
                    text(loss.independentExcess().error(), 2),
                    decided(loss)));
        }
        return new StudyReport.Table(
                "losses",
                "Losses on " + effort.heldOut() + " clouds held out",
                rows,
                "s^2 mean |S + Z/s|^2 over points; of fits what it is more than that of the score itself, on the same clouds and noise. Last: the share"
                        + " of the coefficients that the clouds decide, and not the ridge.");
    }

    private static Cell decided(LossAtNoise loss) {
        Cell share = text(loss.decided(), 3);
        return loss.decided() < 0.5 ? new Cell(loss.decided(), share + " (the ridge decides)") : share;
    }

    private StudyReport.Table cloudTable() {
        int d = example.law().dimension();
        List<List<Object>> rows = new ArrayList<>();
        List<Object> header = new ArrayList<>(List.of("clouds", "p-value"));
        for (int j = 0; j < d; j++) {
            header.addAll(List.of("variance of mean " + j, "std. error", "variance within " + j, "std. error"));
        }
        rows.add(header);
        for (GeneratedClouds clouds : generated) {
            List<Object> row =
                    new ArrayList<>(List.of(clouds.source(), text(clouds.test().pValue(), 3)));
            for (int j = 0; j < d; j++) {
                for (Quality quality : List.of(clouds.varianceOfMean(j), clouds.varianceWithin(j))) {
                    row.add(text(quality.value(), 4));
                    row.add(text(quality.error(), 2));
                }
            }
            rows.add(row);
        }
        return new StudyReport.Table(
                "clouds",
                "Clouds against new data",
                rows,
                "p-value: of the energy test of clouds against other new data, by square roots of Chamfer distances, from "
                        + generated.get(0).test().permutations() + " permutations.");
    }

    private StudyReport.Table shapeTable() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("clouds", "distance to nearest shape", "std. error", "ring", "line", "two arcs"));
        for (GeneratedClouds clouds : generated) {
            List<Object> row = new ArrayList<>(List.of(clouds.source()));
            Arrays.stream(NearestShape.of(clouds.clouds(), ThreeShapes.law(), seed)
                            .values())
                    .forEach(value -> row.add(text(value, 4)));
            rows.add(row);
        }
        return new StudyReport.Table(
                "shapes", "Nearest shapes", rows, "Chamfer distance; the last columns are shares of the clouds.");
    }

    private StudyReport.Table coefficients() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("noise", "function", "coordinate", "coefficient", "std. error"));
        for (int l = 0; l < losses.size(); l++) {
            double[][] found = learned.coefficients(l);
            for (int f = 0; f < found.length; f++) {
                for (int j = 0; j < found[f].length; j++) {
                    rows.add(List.of(
                            text(losses.get(l).u(), 8), f, j, text(found[f][j], 10), text(learned.errors(l)[f][j], 3)));
                }
            }
        }
        return new StudyReport.Table("coefficients", "Coefficients", rows, "");
    }

    private StudyFigure figure() {
        return new StudyFigure(
                        "losses",
                        "What learned scores lose",
                        "Loss on clouds held out beyond that of the score itself.",
                        "noise u",
                        "loss beyond the score's")
                .logarithmic(1e-6)
                .points(
                        "with pairs",
                        0,
                        values(LossAtNoise::u),
                        values(loss -> loss.excess().mean()))
                .points(
                        "B = 0",
                        1,
                        values(LossAtNoise::u),
                        values(loss -> loss.independentExcess().mean()));
    }

    private double[] values(ToDoubleFunction<LossAtNoise> value) {
        return losses.stream().mapToDouble(value).toArray();
    }
}
