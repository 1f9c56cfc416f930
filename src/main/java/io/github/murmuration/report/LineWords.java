package io.github.murmuration.report;

import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.scenario.Guidance;
import java.util.Optional;

/** How near mean-field guidance keeps the mean of infinitely many agents to the straight line, in a sentence. */
final class LineWords {

    /** Distances below this, in units of the state, are rounding. */
    private static final double ROUNDING = 1e-9;

    private LineWords() {}

    /** With a blank before it; empty where it is not known. */
    static String of(Findings findings) {
        Optional<ExactResult> exact = findings.exact(new Guidance.MeanField().name());
        return findings.straight()
                ? exact.map(known -> words(known.meanDeviationFromLine())).orElse("")
                : "";
    }

    private static String words(double distance) {
        return distance < ROUNDING
                ? " Mean-field guidance keeps the mean of infinitely many agents on the straight line."
                : " Mean-field guidance that is constant inside each interval of the protocol takes the mean of infinitely many"
                        + " agents up to " + Numbers.significant(distance, 2) + " off the straight line.";
    }
}
