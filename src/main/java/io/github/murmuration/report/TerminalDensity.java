package io.github.murmuration.report;

import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Histogram;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The law of one coordinate at the end of a run: what was counted, and what is known.
 * @param j the coordinate
 */
record TerminalDensity(Findings findings, int j) {

    /** The histogram, over one turn where the coordinate is on a circle; empty where none was asked for. */
    Optional<Histogram> counted(GuidanceResult result) {
        return result.histograms().stream()
                .skip(j)
                .findFirst()
                .map(histogram ->
                        findings.turn(j).map(turn -> turn.histogram(histogram)).orElse(histogram));
    }

    /** The density of the target, or of infinitely many agents; empty where neither is known. */
    Optional<DoubleUnaryOperator> known() {
        Optional<DoubleUnaryOperator> target = findings.targetDensity(j).map(law -> law::density);
        return target.isPresent() ? target : limit().map(Curve::interpolation);
    }

    /** Of infinitely many agents, in one coordinate. */
    Optional<Curve> limit() {
        double moved = findings.run().scenario().dynamics().frame() * findings.horizon();
        return findings.limit().flatMap(LimitLaw::density).map(density -> {
            double[] places =
                    Arrays.stream(density.points()).map(x -> x + moved).toArray();
            Curve curve = new Curve(places, density.values()[density.values().length - 1]);
            return findings.turn(j).map(turn -> turn.density(curve)).orElse(curve);
        });
    }
}
