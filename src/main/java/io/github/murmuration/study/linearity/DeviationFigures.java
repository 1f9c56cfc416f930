package io.github.murmuration.study.linearity;

import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.study.Bootstrap;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Figures of departures: against N, and the band of the largest population against time. */
final class DeviationFigures {

    private DeviationFigures() {}

    static StudyFigure bySize(LinearityReport of) {
        double[] sizes = Arrays.stream(of.effort().sizes()).asDoubleStream().toArray();
        double least = of.findings().stream()
                .flatMap(finding -> Arrays.stream(finding.fromReference()))
                .mapToDouble(Bootstrap::value)
                .min()
                .orElseThrow();
        StudyFigure figure = new StudyFigure(
                        "departure",
                        "Largest departure from the reference against N",
                        "Root mean square over replicas of the largest distance of a population's mean from the reference; dashed: fitted"
                                + " power laws.",
                        "agents N",
                        "distance (units of the state)")
                .logarithmic(least);
        for (int g = 0; g < of.findings().size(); g++) {
            Finding finding = of.findings().get(g);
            double[] values = Arrays.stream(finding.fromReference())
                    .mapToDouble(Bootstrap::value)
                    .toArray();
            figure.points(finding.guidance(), g, sizes, values);
            int series = g;
            finding.law()
                    .ifPresent(law -> figure.dashed(
                            "", series, sizes, Arrays.stream(sizes).map(law::at).toArray()));
        }
        return figure;
    }

    /** In the coordinate of the largest departure. */
    static StudyFigure band(LinearityReport of, Finding finding) {
        int d = of.scenario().dimension();
        int[] points = IntStream.range(0, finding.exact().length)
                .filter(p -> p % d == finding.place() % d)
                .toArray();
        double[] times = IntStream.of(points).mapToDouble(of::time).toArray();
        double[] mean = at(points, finding.band().mean());
        double[] half = Arrays.stream(at(points, finding.band().error()))
                .map(error -> error * finding.band().critical())
                .toArray();
        String where = d == 1 ? "" : " in coordinate " + finding.place() % d;
        return new StudyFigure(
                        "band-" + finding.guidance(),
                        "Departure under " + finding.guidance() + " guidance",
                        "Mean over replicas of N = " + text(of.largest(), 6) + " agents minus the reference" + where
                                + ", its simultaneous band of 95 % (dashed), and the exact departure of infinitely many agents.",
                        "t",
                        "departure (units of the state)")
                .line("mean over replicas", 0, times, mean)
                .dashed("band", 0, times, combined(mean, half, 1))
                .dashed("", 0, times, combined(mean, half, -1))
                .line("exact", 1, times, at(points, finding.exact()));
    }

    private static double[] at(int[] points, double[] values) {
        return IntStream.of(points).mapToDouble(p -> values[p]).toArray();
    }

    private static double[] combined(double[] mean, double[] half, int sign) {
        return IntStream.range(0, mean.length)
                .mapToDouble(i -> mean[i] + sign * half[i])
                .toArray();
    }
}
