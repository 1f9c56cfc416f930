package io.github.murmuration.study.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.SurfaceKind;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.scenario.CloudData;
import io.github.murmuration.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudRunTest {

    private static final String GAUSSIAN =
            "data: {gaussian: {mean: 1.5, centre-variance: 0.8, variance: 0.05, dimension: 1}}\n";

    /** An independent program, m = 1.5, tau2 = 0.8, s2 = 0.05, steps of 0.004 from u = 6: mean-field-chaos.md, section 6, within its errors. */
    @ParameterizedTest
    @CsvSource({
        "independent, 100, 1.249, 0.775, 0.0519",
        "noised, 100, 1.5, 0.8005, 0.0519",
        "noised, 2, 1.5, 0.8250, 0.0518"
    })
    void momentsOfStepsAreThoseOfTheRecursion(String start, int points, double mean, double ofMean, double within) {
        CloudProblem problem = problem(GAUSSIAN + "start: " + start + "\ndiffusion: {preserving: {horizon: 6}}\n"
                + "time: {steps: 1500, clock: even}\npopulation: {clouds: 3, points: " + points + "}");
        Data.Gaussian data = (Data.Gaussian) problem.data();
        List<Comparison> all = new GaussianComparisons(problem, data.law(), problem.fresh(3)).all();
        assertEquals(mean, all.get(0).steps(), 5e-3);
        assertEquals(ofMean, all.get(1).steps(), 5e-3);
        assertEquals(within, all.get(2).steps(), 3e-4);
        assertEquals(0.8 + 0.05 / points, all.get(1).law(), 1e-12);
    }

    /** Clouds 0 and 2 about 1 and -1: everything by hand. */
    @Test
    void momentsAreThoseOfTheClouds() {
        CloudProblem problem = problem(GAUSSIAN + "population: {clouds: 2, points: 2}");
        List<Cloud> clouds = List.of(line(0, 2), line(-2, 0));
        Data.Gaussian data = (Data.Gaussian) problem.data();
        List<Comparison> all = new GaussianComparisons(problem, data.law(), clouds).all();
        assertEquals(0, all.get(0).found(), 1e-15);
        double centre = all.get(0).steps();
        assertEquals(
                ((1 - centre) * (1 - centre) + (1 + centre) * (1 + centre)) / 2,
                all.get(1).found(),
                1e-12);
        assertEquals(2, all.get(2).found(), 1e-12);
    }

    /** Shapes as the law drew them; with two degrees of freedom the p-value is exp(-chi2/2). */
    @Test
    void sharesAreThoseOfTheShapesThatWereDrawn() {
        CloudProblem problem = problem("data: {shapes: three-shapes}\npopulation: {clouds: 60, points: 20}");
        Data.Shapes data = (Data.Shapes) problem.data();
        List<Comparison> all = new ShapeComparisons(problem, data, problem.fresh(60)).all();
        double[] counts = new double[3];
        IntStream.range(0, 60).forEach(i -> counts[data.law().shape(problem.seed(CloudProblem.Part.NEW, 0), i)]++);
        double[] expected = {30, 18, 12};
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            assertEquals(counts[k] / 60, all.get(k).found(), 1e-12);
            sum += Math.pow(counts[k] - expected[k], 2) / expected[k];
        }
        assertEquals(sum, all.get(3).found(), 1e-12);
        assertEquals(Math.exp(-sum / 2), all.get(3).pValue(), 1e-10);
        assertEquals("shares", all.get(3).quantity().substring(18));
    }

    @Test
    void fewCloudsOfAShapeAreNotTested() {
        CloudProblem problem = problem("data: {shapes: three-shapes}\npopulation: {clouds: 24, points: 5}");
        Comparison last = new ShapeComparisons(problem, (Data.Shapes) problem.data(), problem.fresh(24))
                .all()
                .get(3);
        assertFalse(last.tested());
        assertEquals("-", last.verdict());
    }

    /** erfc(3/sqrt(2)) = 0.0026998: three standard errors agree no longer. */
    @Test
    void threeStandardErrorsAreTheLimit() {
        assertEquals("differs", Comparison.byError("", 3.001, 1, 0, Double.NaN).verdict());
        assertEquals("agrees", Comparison.byError("", 2.99, 1, Double.NaN, 0).verdict());
        assertEquals(0.3173, Comparison.byError("", 1, 1, 2, 5).pValue(), 1e-4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diffusion: {preserving: {horizon: 6}} | N a^2/s^2 is 0.25 | take diffusion.preserving.horizon: 12.61, or start: noised",
                "diffusion: {preserving: {first: 2, last: 2, horizon: 3}} | N a^2/s^2 is 0.25 | take diffusion.preserving.horizon: 6.31, or",
                "diffusion: {exploding: {least: 0.01, ratio: 1000}} | N a^2/s^2 is 1.0 there | take diffusion.exploding.ratio: 5.463e+04, or",
                "data: {gaussian: {mean: 20, centre-variance: 0, variance: 0.01}} | is 0.034 there | take diffusion.preserving.horizon: 17.22, or",
            })
    void aHorizonThatIsTooShortIsTold(String fields, String memory, String remedy) {
        CloudProblem problem = problem(fields.startsWith("data") ? fields : GAUSSIAN + fields);
        String note = Forgetting.note(problem, problem.fresh(64)).orElseThrow();
        assertTrue(note.contains(memory) && note.contains(remedy), note);
    }

    @Test
    void theDefaultHorizonsAndNoisedStartsAreLongEnough() {
        for (String fields : List.of(
                "", "start: noised\ndiffusion: {preserving: {horizon: 1}}", "diffusion: {exploding: {least: 0.1}}")) {
            CloudProblem problem = problem(GAUSSIAN + fields);
            assertTrue(Forgetting.note(problem, problem.fresh(64)).isEmpty(), fields);
        }
    }

    /** The scenario knows the kinds by name alone. */
    @Test
    void everyKindOfSurfaceHasItsName() {
        assertEquals(
                Arrays.stream(SurfaceKind.values()).map(SurfaceKind::toString).toList(), CloudData.Surfaces.KINDS);
    }

    @Test
    void anEqualSetCannotBeToldApart() {
        CloudProblem problem = problem(GAUSSIAN);
        try (Crew<Object> crew = Crew.of(1)) {
            Reference same = Reference.of("", problem.fresh(8), problem.fresh(8), 1, crew);
            assertEquals(0, same.comparison().minimumMatching());
            assertEquals(1, same.comparison().coverage());
            assertEquals(1, same.pValue());
            assertEquals(0.125, same.accuracyError());
        }
    }

    /** The noise of an end above 0 is that of the data at it. */
    @Test
    void clocksThatEndEarlyLeaveNoisedClouds() {
        CloudProblem problem = problem(GAUSSIAN + "time: {end: 1, steps: 10}");
        Data.Gaussian data = (Data.Gaussian) problem.data();
        List<Comparison> all = new GaussianComparisons(problem, data.law(), problem.fresh(4)).all();
        assertEquals(1.5 * Math.exp(-0.5), all.get(0).law(), 1e-12);
        assertEquals(0.05 * Math.exp(-1) + 1 - Math.exp(-1), all.get(2).law(), 1e-12);
        double[] again = problem.goal()
                .draw(2, problem.seed(CloudProblem.Part.NEW, 0), 3)
                .points()[1];
        assertArrayEquals(again, problem.fresh(4).get(3).points()[1]);
    }

    private static Cloud line(double... points) {
        return new Cloud(Arrays.stream(points).mapToObj(x -> new double[] {x}).toArray(double[][]::new));
    }

    private static CloudProblem problem(String yaml) {
        return CloudProblem.of(ScenarioReader.parse("my.yaml", "model: cloud-diffusion\n" + yaml, Path.of(""), Map.of())
                .clouds()
                .orElseThrow());
    }
}
