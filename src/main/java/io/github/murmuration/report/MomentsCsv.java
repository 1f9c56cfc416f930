package io.github.murmuration.report;

import io.github.murmuration.model.Living;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MomentSeries;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** {@code moments.csv} and, of the initial sub-populations, {@code component-moments.csv}. Full precision; NaN where there is no power. */
final class MomentsCsv {

    private MomentsCsv() {}

    /** With time in the units of the model, and what was observed, where agents are not steered. */
    static String population(Findings findings) {
        return population(findings.moments(), findings.series());
    }

    /**
     * Header {@code guidance,t,mean_0..,variance_0..,power_0..} and the names of what else there is at every time.
     *
     * @param moments by guidance
     * @param others by name [T]; only where there is one guidance
     */
    static String population(Map<String, MomentSeries> moments, Map<String, double[]> others) {
        int d = moments.values().iterator().next().mean()[0].length;
        StringBuilder csv = new StringBuilder(header("guidance,t", d, others.keySet()));
        moments.forEach((guidance, series) -> append(csv, guidance, series, others.values()));
        return csv.toString();
    }

    /** Header {@code guidance,component,t,mean_0..,variance_0..,power_0..}, and {@code living} where ends absorb; components count from 0. */
    static String components(Findings findings) {
        boolean absorbs = findings.absorbs();
        List<String> others = absorbs ? List.of(Living.NAME) : List.of();
        StringBuilder csv = new StringBuilder(header("guidance,component,t", findings.dimension(), others));
        for (GuidanceResult result : findings.guidances()) {
            List<MomentSeries> components = result.componentMoments();
            for (int k = 0; k < components.size(); k++) {
                MomentSeries moments = components.get(k);
                append(csv, result.guidance() + "," + k, moments, absorbs ? List.of(moments.living()) : List.of());
            }
        }
        return csv.toString();
    }

    private static String header(String first, int d, Collection<String> others) {
        StringJoiner header = new StringJoiner(",", "", "\n").add(first);
        for (String moment : List.of("mean_", "variance_", "power_")) {
            for (int j = 0; j < d; j++) {
                header.add(moment + j);
            }
        }
        others.forEach(header::add);
        return header.toString();
    }

    private static void append(StringBuilder csv, String label, MomentSeries moments, Collection<double[]> others) {
        for (int i = 0; i < moments.times().length; i++) {
            csv.append(label).append(',').append(moments.times()[i]);
            append(csv, moments.mean()[i]);
            append(csv, moments.variance()[i]);
            append(csv, moments.power()[i]);
            for (double[] other : others) {
                csv.append(',').append(other[i]);
            }
            csv.append('\n');
        }
    }

    private static void append(StringBuilder csv, double[] values) {
        for (double value : values) {
            csv.append(',').append(value);
        }
    }
}
