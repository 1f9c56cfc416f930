package io.github.murmuration.report;

import io.github.murmuration.density.Marginal;
import io.github.murmuration.exact.MarginalSeries;
import io.github.murmuration.limit.Density;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Histogram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The law of one coordinate over time: what was counted, and what is known.
 * @param j the coordinate, one of those that were counted
 */
record DensityOverTime(Findings findings, int j) {

    /** Share of the agents that a picture leaves out at either end. */
    private static final double LEFT_OUT = 5e-4;

    private static final double MARGIN = 0.02;

    /** Of the size of a state, for a law that is one point throughout. */
    private static final double LEAST = 1e-6;

    TimeDensity counted(GuidanceResult result) {
        return TimeDensity.counted(times(result), histograms(result));
    }

    /** A law, what it is called, and what it is of. */
    record Known(String name, String words, TimeDensity law) {}

    /** Of a steered population; or of infinitely many agents; or of an agent of a linear model. */
    Optional<Known> known(GuidanceResult result) {
        return findings.steered()
                ? exact(result).map(law -> new Known("exact", "the exact law of each guidance in continuous time", law))
                : limit().map(law -> new Known("limit", "the limit of infinitely many agents", law))
                        .or(() -> expected()
                                .map(law -> new Known("expected", "the law of an agent of this linear model", law)));
    }

    private Optional<TimeDensity> exact(GuidanceResult result) {
        return findings.laws(result.guidance()).map(MarginalSeries::laws).map(laws -> {
            List<Marginal> those = Arrays.stream(laws).map(row -> row[j]).toList();
            return TimeDensity.known(times(result), those);
        });
    }

    /** Agents are Gaussian, and nothing moves them all together. */
    private Optional<TimeDensity> expected() {
        boolean apart =
                findings.written().orElseThrow().commonNoise().values().stream().allMatch(Map::isEmpty);
        return findings.expected()
                .filter(moments -> apart && moments.gaussian())
                .map(moments -> {
                    double[][] ofMean = moments.varianceOfMean();
                    return TimeDensity.known(
                            moments.times(),
                            IntStream.range(0, moments.times().length)
                                    .mapToObj(i -> new Marginal(
                                            new double[] {1},
                                            new double[] {moments.mean()[i][j]},
                                            new double[] {moments.spread()[i][j] + ofMean[i][j]}))
                                    .toList());
                });
    }

    private Optional<TimeDensity> limit() {
        return findings.limit().flatMap(LimitLaw::density).map(density -> {
            double[] times = findings.limit().orElseThrow().times();
            return TimeDensity.interpolated(
                    times,
                    IntStream.range(0, times.length)
                            .mapToObj(i -> limit(density, times[i], i))
                            .toList());
        });
    }

    /** A density at one time where agents are, on three turns where they are on a circle. */
    private Curve limit(Density density, double time, int i) {
        double moved = findings.run().scenario().dynamics().frame() * time;
        double[] places = Arrays.stream(density.points()).map(x -> x + moved).toArray();
        Curve curve = new Curve(places, density.values()[i]);
        return findings.turn(j).map(turn -> turn.repeated(turn.density(curve))).orElse(curve);
    }

    /** States at which agents are at any time under any guidance. */
    Range range() {
        Optional<Turn> turn = findings.turn(j);
        return turn.isPresent() ? turn.get().range() : widened(seen());
    }

    private Range seen() {
        List<Double> ends = new ArrayList<>();
        for (GuidanceResult result : findings.guidances()) {
            for (Histogram histogram : histograms(result)) {
                Range range = BinnedDensity.inner(histogram, LEFT_OUT);
                ends.add(range.low());
                ends.add(range.high());
            }
        }
        return Range.of(ends.stream().mapToDouble(Double::doubleValue));
    }

    private static Range widened(Range range) {
        double least = LEAST * Math.max(Math.abs(range.low()), Math.abs(range.high()));
        double more = Math.max(MARGIN * (range.high() - range.low()), least);
        return new Range(range.low() - more, range.high() + more);
    }

    private double[] times(GuidanceResult result) {
        return Arrays.stream(result.density().times())
                .map(t -> t * findings.horizon())
                .toArray();
    }

    private List<Histogram> histograms(GuidanceResult result) {
        return Arrays.stream(result.density().histograms()).map(row -> row[j]).toList();
    }
}
