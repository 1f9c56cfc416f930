package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to write a law. */
class LawFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{point: 3}                                                                | [3.0]",
                "{point: [3]}                                                              | [3.0]",
                "{point: {at: 3}}                                                          | [3.0]",
                "{point: {at: [3.0]}}                                                      | [3.0]",
            })
    void point(String initial, String expected) {
        Law.Point point = (Law.Point) BaseScenario.read("initial: " + initial).initial();
        assertEquals(expected, Arrays.toString(point.at()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{mean: 1, standard-deviation: 2}               | [[1.0]]      | [2.0]",
                "{mean: [1], standard-deviation: [2]}           | [[1.0]]      | [2.0]",
                "{mean: [1, 3], standard-deviation: 2}          | [[1.0, 3.0]] | [2.0, 2.0]",
                "{mean: [1, 3], standard-deviation: [2, 0]}     | [[1.0, 3.0]] | [2.0, 0.0]",
            })
    void gaussianWithDeviations(String gaussian, String means, String deviations) {
        Law.Mixture law = (Law.Mixture) target("{gaussian: " + gaussian + "}");
        assertArrayEquals(new double[] {1}, law.weights());
        assertEquals(means, Arrays.deepToString(law.means()));
        assertEquals(deviations, Arrays.toString(((Covariance.Diagonal) law.covariances()[0]).standardDeviations()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{mean: 1, covariance: 4}                       | [[4.0]]",
                "{mean: 1, covariance: [[4]]}                   | [[4.0]]",
                "{mean: [1, 3], covariance: [[4, 1], [1, 2]]}   | [[4.0, 1.0], [1.0, 2.0]]",
            })
    void gaussianWithCovariance(String gaussian, String matrix) {
        Law.Mixture law = (Law.Mixture) target("{gaussian: " + gaussian + "}");
        assertEquals(matrix, Arrays.deepToString(((Covariance.Full) law.covariances()[0]).matrix()));
    }

    @Test
    void mixtureOfPointsOfThePlane() {
        Law.Mixture law = (Law.Mixture)
                target("{mixture: {weights: [0.25, 0.75], means: [[1, 2], [3, 4]], standard-deviations: [5, [6, 7]]}}");
        assertEquals("[[1.0, 2.0], [3.0, 4.0]]", Arrays.deepToString(law.means()));
        assertArrayEquals(new double[] {0.25, 0.75}, law.weights());
        assertArrayEquals(new double[] {5, 5}, ((Covariance.Diagonal) law.covariances()[0]).standardDeviations());
        assertArrayEquals(new double[] {6, 7}, ((Covariance.Diagonal) law.covariances()[1]).standardDeviations());
    }

    @Test
    void mixtureWithCovariancesOfBothKinds() {
        Law.Mixture law = (Law.Mixture) target("{mixture: {weights: [0.5, 0.5], means: [[1, 2], [3, 4]], "
                + "covariances: [[[2, 1], [1, 2]], {standard-deviations: [6, 7]}]}}");
        assertEquals(
                "[[2.0, 1.0], [1.0, 2.0]]", Arrays.deepToString(((Covariance.Full) law.covariances()[0]).matrix()));
        assertArrayEquals(new double[] {6, 7}, ((Covariance.Diagonal) law.covariances()[1]).standardDeviations());
    }

    @Test
    void weightsAreDividedByTheirSumAndANoteSaysSo() {
        ScenarioFile file = BaseScenario.readFile(
                "initial: {mixture: {weights: [3, 1], means: [1, 2], standard-deviations: [1, 1]}}");
        Law.Mixture law = (Law.Mixture) file.scenario().initial();
        assertArrayEquals(new double[] {0.75, 0.25}, law.weights());
        assertEquals(List.of("my.yaml: initial.mixture.weights: they sum to 4 and were divided by it"), file.notes());
    }

    /** 0.1 + 0.2 + 0.7 is 0.9999999999999999 in binary: rounding is not the user's mistake. */
    @Test
    void weightsThatSumToOneUpToRoundingStay() {
        ScenarioFile file = BaseScenario.readFile(
                "initial: {mixture: {weights: [0.1, 0.2, 0.7], means: [1, 2, 3], standard-deviations: [1, 1, 1]}}");
        assertArrayEquals(
                new double[] {0.1, 0.2, 0.7}, ((Law.Mixture) file.scenario().initial()).weights());
        assertEquals(List.of(), file.notes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{patterns: [1, 2, 3]}                    | [[1.0], [2.0], [3.0]]",
                "{patterns: [[1, 2], [3, 4]]}             | [[1.0, 2.0], [3.0, 4.0]]",
                "{patterns: {rows: [[1, 2]]}}             | [[1.0, 2.0]]",
                "{patterns: {file: good.csv}}             | [[1.0, 2.5], [-3000000.0, 0.0]]",
                "{patterns: {file: npy/float64.npy}}      | [[0.1, -2.5], [3.0, 4.0E-300], [5.5, -6.25]]",
            })
    void patterns(String patterns, String rows) {
        assertEquals(rows, Arrays.deepToString(((Law.Samples) target(patterns)).rows()));
    }

    @Test
    void samples() {
        Law.Samples law = (Law.Samples)
                BaseScenario.read("initial: {samples: {file: npy/float32.npy}}").initial();
        assertEquals(3, law.rows().length);
        assertArrayEquals(new double[] {0.1f}, law.rows()[0]);
        assertArrayEquals(new double[] {-3}, law.rows()[2]);
    }

    @Test
    void fileThatIsMissingIsSoughtBesideTheScenario() {
        ScenarioException refusal =
                assertThrows(ScenarioException.class, () -> BaseScenario.read("initial: {samples: {file: lost.csv}}"));
        assertEquals(
                "my.yaml: initial.samples.file: lost.csv: no such file in " + BaseScenario.data(),
                refusal.getMessage());
    }

    @Test
    void fileWhoseNumbersAreNotFiniteIsRefused() {
        ScenarioException refusal = assertThrows(
                ScenarioException.class, () -> BaseScenario.read("initial: {samples: {file: npy/not-finite.npy}}"));
        assertEquals(
                "my.yaml: initial.samples.file: npy/not-finite.npy: [1][1]: NaN is not accepted; give a finite number",
                refusal.getMessage());
    }

    /** The section by itself, so that its dimension need not agree with a start. */
    private static Law target(String target) {
        return new LawBinder(BaseScenario.data(), new ArrayList<>())
                .law(new YamlNode("target", YamlTree.parse(target)), ScenarioFields.TARGET);
    }
}
