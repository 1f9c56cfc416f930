package io.github.murmuration.study.clouds;

import io.github.murmuration.cloud.CloudMixture;
import io.github.murmuration.diffusion.ExchangeableMoments;
import io.github.murmuration.study.generation.ChiSquare;
import io.github.murmuration.study.generation.Data;
import io.github.murmuration.study.generation.Quality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What clouds of a law are judged by.
 * @param data the law
 */
record Judge(Data data) {

    /** More shapes than these have no column each. */
    private static final int MOST_COLUMNS = 4;

    /** Shapes to compare clouds with; empty where the law has none. */
    Optional<Shapes> shapes(int points, long seed) {
        return mixture().map(law -> Shapes.of(law, points, seed));
    }

    private Optional<CloudMixture<?>> mixture() {
        if (data instanceof Data.Shapes shapes) {
            return Optional.of(shapes.law());
        }
        return data instanceof Data.Given given ? Optional.of(given.law()) : Optional.empty();
    }

    /**
     * The same list for all clouds of the law.
     * @param known moments of the law that they have; empty where these are not known
     */
    List<Quality> qualities(Measured measured, int points, Optional<ExchangeableMoments> known) {
        return mixture()
                .map(law -> ofShapes(measured, law.probabilities()))
                .orElseGet(() -> ofMoments(measured, points, known.orElseThrow()));
    }

    /** Coordinates have one law and are independent. */
    private static List<Quality> ofMoments(Measured measured, int points, ExchangeableMoments known) {
        double[] means = all(measured.means());
        return List.of(
                Quality.variance("variance of mean", means, known.varianceOfMean(points)),
                Quality.mean("mean", means, known.mean()),
                Quality.mean("variance within", all(measured.variances()), known.own()));
    }

    private static double[] all(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(DoubleStream::of).toArray();
    }

    private List<Quality> ofShapes(Measured measured, double[] probabilities) {
        List<Quality> qualities = new ArrayList<>();
        qualities.add(Quality.mean("distance", measured.distances(), Double.NaN));
        for (int k = 0; k < probabilities.length && probabilities.length <= MOST_COLUMNS; k++) {
            qualities.add(Quality.share(name(k), measured.nearest(), k, probabilities[k]));
        }
        double[] counts = counts(measured.nearest(), probabilities.length);
        double pValue = ChiSquare.of(counts, probabilities).pValue();
        qualities.add(new Quality("p-value", pValue, Double.NaN, Double.NaN));
        return qualities;
    }

    private String name(int k) {
        return data instanceof Data.Shapes shapes ? shapes.names().get(k) : "given cloud " + k;
    }

    private static double[] counts(int[] nearest, int shapes) {
        double[] counts = new double[shapes];
        Arrays.stream(nearest).forEach(k -> counts[k]++);
        return counts;
    }
}
