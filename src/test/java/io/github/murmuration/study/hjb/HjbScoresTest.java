package io.github.murmuration.study.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.diffusion.Generator;
import io.github.murmuration.report.OutputFolder;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.score.HeldOutPoints;
import io.github.murmuration.score.MixtureScore;
import io.github.murmuration.score.Regularisation;
import io.github.murmuration.score.SeriesScore;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.study.CaseText;
import io.github.murmuration.study.CasesHere;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.StudyCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HjbScoresTest {

    private static final HjbScores.Effort SMALL = new HjbScores.Effort(100, 2);

    private static final List<String> FILES = List.of(
            "summary.json",
            "settings.csv",
            "verdict.csv",
            "functions-of-y.csv",
            "functions-of-u.csv",
            "samples.csv",
            "noised-points.csv",
            "excess-cost-functions-of-y.svg",
            "excess-cost-samples.svg",
            "sliced-w2-noised-points.svg",
            "report.html");

    @TempDir
    private Path folder;

    /** Done cases are not done again, and the report is written. */
    @Test
    void aStudyThatWasStoppedGoesOnToTheSameReport() throws IOException {
        List<HjbCase> cases = List.of(new HjbCase(PlaneLaw.MIXTURE, HjbScores.PLAIN, 1, 3, 300, 20_000));
        HjbScores study = new HjbScores(PlaneLaw.MIXTURE, SMALL, 1, cases);
        Meter meter = new Meter(study.work(), Progress.NONE);
        JsonNode found = json(run(study, meter));
        assertEquals(2.0 * 100 * 3000, meter.done());
        assertTrue(found.at("/cases/0/cost/0").asDouble() > 0, found.toString());
        assertNotEquals(found.at("/cases/0/cost/0"), found.at("/cases/0/cost/1"));
        Files.delete(folder.resolve("checkpoint/fit-1.json"));
        Meter again = new Meter(study.work(), Progress.NONE);
        StudyReport report = run(study, again);
        assertEquals(found, json(report));
        assertEquals(100.0 * 3000, again.done());
        try (OutputFolder output = OutputFolder.open(folder)) {
            report.write(output);
        }
        for (String file : FILES) {
            assertTrue(Files.size(folder.resolve(file)) > 0, file);
        }
    }

    /** The residual is what alpha_1 weighs: with it there is less of it, on points that the fit did not see. */
    @Test
    void theResidualIsLessWhereItIsWeighed() {
        HeldOutPoints points = new HeldOutPoints(
                HjbCase.DIFFUSION, PlaneLaw.MIXTURE.law().draw(1000, 8, 0), 1000, HjbCase.LEAST_NOISE, 9);
        double alone = points.residual(new HjbCase(PlaneLaw.MIXTURE, HjbScores.PLAIN, 2, 3, 300, 20_000).fit(5));
        for (int power = 1; power <= 2; power++) {
            Regularisation weights = new Regularisation(1, 0.1, 0, power);
            double weighed = points.residual(new HjbCase(PlaneLaw.MIXTURE, weights, 2, 3, 300, 20_000).fit(5));
            assertTrue(weighed < 0.7 * alone, weighed + " beside " + alone);
        }
    }

    private static JsonNode json(StudyReport report) throws IOException {
        return new ObjectMapper().readTree(report.json());
    }

    private StudyReport run(HjbScores study, Meter meter) throws IOException {
        KeptCases cases = KeptCases.in(folder, new KeptCases.Request("hjb-scores", List.of("mixture"), ""));
        Resources resources = new Resources(Backends.select("cpu"), NoiseSource.PHILOX, 1, new CasesHere(cases), meter);
        return study.run(resources);
    }

    /**
     * J - J* as the study has it, from 1000 points on a backend, against what 200 paths of the fitted score pay, in double precision and with
     * noise of their own: U at the end less U at the start, U = -log eta, and int (|s|^2/2 - div f) dt with div f = 1; of that the
     * martingale int grad U dW, whose mean is 0, is taken away. Their variances are as 5 to 1. Few paths pay much: the error is an eighth.
     */
    @Test
    void theExcessIsWhatPathsPay() {
        HjbCase asked = new HjbCase(PlaneLaw.MIXTURE, HjbScores.PLAIN, 2, 3, 300, 20_000);
        SeriesScore score = asked.fit(5);
        MixtureScore exact = (MixtureScore) PlaneLaw.MIXTURE.score(HjbCase.DIFFUSION);
        double[][] data = PlaneLaw.MIXTURE.law().draw(200, 6, 0).points();
        Random random = new Random(7);
        Repeated.Estimate paid = Repeated.Estimate.of(Arrays.stream(data)
                .mapToDouble(point -> paid(score, exact, noised(point, random), random))
                .toArray());
        double cost =
                asked.outcome(1000, 5, new Generator(Backends.select("cpu"), 1)).cost();
        double error = Math.sqrt(1.2) * paid.error();
        assertEquals(paid.mean(), cost, 5 * error);
        assertTrue(cost > 5 * error, cost + " beside an error of " + error);
    }

    private static double[] noised(double[] point, Random random) {
        double scale = HjbCase.DIFFUSION.scale(3);
        double deviation = Math.sqrt(HjbCase.DIFFUSION.variance(3));
        return new double[] {
            scale * point[0] + deviation * random.nextGaussian(), scale * point[1] + deviation * random.nextGaussian()
        };
    }

    /**
     * Of one path, which starts at x, in Euler-Maruyama steps of 0.001 to the least noise.
     * @param x moved to its end
     */
    private static double paid(SeriesScore score, MixtureScore exact, double[] x, Random random) {
        double h = 0.001;
        double paid = exact.logDensity(x, 3);
        int steps = (int) Math.round((3 - HjbCase.LEAST_NOISE) / h);
        for (int k = 0; k < steps; k++) {
            double[] s = score.at(3 - k * h, new double[][] {x})[0];
            double[] best = exact.at(3 - k * h, new double[][] {x})[0];
            paid += h * (0.5 * (s[0] * s[0] + s[1] * s[1]) - 1);
            for (int j = 0; j < 2; j++) {
                double noise = Math.sqrt(h) * random.nextGaussian();
                paid += best[j] * noise;
                x[j] += h * (0.5 * x[j] + s[j]) + noise;
            }
        }
        return paid - exact.logDensity(x, HjbCase.LEAST_NOISE);
    }

    /** What has no cost is kept as what it is. */
    @Test
    void pointsThatLeftTheRangeAreKept() throws IOException {
        KeptCases.Request request = new KeptCases.Request("hjb-scores", List.of("mixture"), "");
        KeptCases.in(folder, request).keep("fit-0", CaseText.of(Outcome.escaped(1, 2)));
        Outcome kept = KeptCases.in(folder, request)
                .find(new StudyCase<>("fit-0", Outcome.class, 1, given -> null))
                .orElseThrow();
        assertTrue(kept.escaped());
        assertEquals(2, kept.residual());
    }

    /** Student's 97.5 % point of 2 degrees of freedom is 4.303. Mean 2 with error 1/sqrt(3) reaches 0; mean 2 with 0.1/sqrt(3) does not. */
    @Test
    void intervalsAreStudents() {
        Repeated.Estimate wide = Repeated.Estimate.of(new double[] {1, 2, 3});
        assertEquals(2, wide.mean(), 1e-15);
        assertEquals(1 / Math.sqrt(3), wide.error(), 1e-15);
        assertFalse(wide.differsFromZero());
        assertTrue(Repeated.Estimate.of(new double[] {1.9, 2, 2.1}).differsFromZero());
    }

    /** J - J* is less by 2, 2.1 and 2.2; by 1, 2 and 3; more by 2, 2.1 and 2.2; and a setting whose points left the range is named. */
    @Test
    void theVerdictNamesWhatDiffers() {
        Repeated alone = costs(0, 5, 5, 5);
        List<Repeated> cases = List.of(
                alone,
                costs(0.1, 3, 2.9, 2.8),
                costs(0.2, 4, 3, 2),
                costs(0.3, 7, 7.1, 7.2),
                costs(0.4, 5, 5, Double.NaN));
        String text = new HjbReport(PlaneLaw.MIXTURE, new HjbScores.Effort(100, 3), 1, cases, alone)
                .report()
                .text();
        assertTrue(text.contains("better (-2.1)"), text);
        assertTrue(text.contains("no difference seen (-2)"), text);
        assertTrue(text.contains("worse (+2.1)"), text);
        assertTrue(text.contains("left the range"), text);
    }

    private static Repeated costs(double boundary, double... costs) {
        return new Repeated(
                new HjbCase(PlaneLaw.MIXTURE, new Regularisation(1, 0, boundary, 2), 2, 3, 300, 20_000),
                Arrays.stream(costs)
                        .mapToObj(cost -> new Outcome(1, 1, cost, 1, new BoardShares(0, 0, 1)))
                        .toList());
    }

    /** The square [0, 1] x [0, 1] is filled, that beside it is empty. Edges are 0.36 of a square: of a law they would have 0.36 of 3 points. */
    @Test
    void pointsOfABoardAreCounted() {
        BoardShares shares =
                BoardShares.of(new Cloud(new double[][] {{0.5, 0.5}, {0.2, 0.8}, {0.05, 0.5}, {1.5, 0.5}, {2.5, 0.5}}));
        assertEquals(0.2, shares.empty(), 1e-15);
        assertEquals(0.2, shares.off(), 1e-15);
        assertEquals(1 / 0.36 / (2 / 0.64), shares.edges(), 1e-12);
    }
}
