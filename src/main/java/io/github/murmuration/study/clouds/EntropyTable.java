package io.github.murmuration.study.clouds;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.diffusion.ExchangeableMoments;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.generation.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Entropies of the law, of the moments of the steps, and of clouds.
 * @param found of every case
 */
record EntropyTable(ExchangeableGaussian law, List<CloudCase> cases, Function<CloudCase, Measured> found) {

    StudyReport.Table table() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "points",
                "of the law",
                "extrapolated",
                "steps of 0.001",
                "steps of 0.002",
                "steps of 0.004",
                "clouds",
                "of the clouds",
                "std. error",
                "away by std. errors"));
        cases.forEach(each -> rows.add(row(each)));
        return new StudyReport.Table(
                "entropy",
                "Relative entropy of the points of a cloud",
                rows,
                "Relative entropy per point and coordinate with respect to independent points of the same mean and variance. Of steps: by the"
                        + " moments that Euler steps from u = 6 end with, exactly; extrapolated from the three to steps of length 0. Of the clouds: by"
                        + " their moments, after steps of 0.004; the last column is how far that is from the moments of these steps.");
    }

    private List<Object> row(CloudCase each) {
        Entropy entropy = new Entropy(law, each.points());
        double estimated = estimated(each);
        double error = error(each);
        double ofSteps = entropy.ofSteps(Entropy.STEPS);
        return List.of(
                each.points(),
                text(entropy.ofLaw(), 6),
                text(entropy.extrapolated(), 6),
                text(entropy.ofSteps(4 * Entropy.STEPS), 6),
                text(entropy.ofSteps(2 * Entropy.STEPS), 6),
                text(ofSteps, 6),
                each.clouds(),
                text(estimated, 5),
                text(error, 2),
                text((estimated - ofSteps) / error, 3));
    }

    List<Map<String, Object>> summary() {
        return cases.stream().map(this::summary).toList();
    }

    private Map<String, Object> summary(CloudCase each) {
        Entropy entropy = new Entropy(law, each.points());
        return ordered(
                "points", each.points(),
                "law", entropy.ofLaw(),
                "extrapolated", entropy.extrapolated(),
                "steps", entropy.ofSteps(Entropy.STEPS),
                "clouds", each.clouds(),
                "estimated", estimated(each),
                "error", error(each));
    }

    private double error(CloudCase each) {
        return new Entropy(law, each.points()).error((double) each.clouds() * law.dimension());
    }

    /** By the moments of the clouds, all coordinates together. */
    private double estimated(CloudCase each) {
        List<Quality> moments = new Judge(each.problem().data())
                .qualities(found.apply(each), each.points(), each.problem().moments());
        double ofMean = moments.get(0).value();
        double own = moments.get(2).value();
        double common = ofMean - own / each.points();
        return new Entropy(law, each.points())
                .of(new ExchangeableMoments(moments.get(1).value(), common, own));
    }
}
