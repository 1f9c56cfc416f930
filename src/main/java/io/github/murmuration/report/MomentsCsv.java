package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MomentSeries;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** {@code moments.csv} and, of the initial sub-populations, {@code component-moments.csv}. Full precision; NaN where there is no power. */
final class MomentsCsv {

    private MomentsCsv() {}

    /** Header {@code guidance,t,mean_0..,variance_0..,power_0..}. @param moments by guidance */
    static String population(Map<String, MomentSeries> moments) {
        int d = moments.values().iterator().next().mean()[0].length;
        StringBuilder csv = new StringBuilder(header("guidance,t", d));
        moments.forEach((guidance, series) -> append(csv, guidance, series));
        return csv.toString();
    }

    /** Header {@code guidance,component,t,mean_0..,variance_0..,power_0..}; components count from 0. */
    static String components(Findings findings) {
        StringBuilder csv = new StringBuilder(header("guidance,component,t", findings.dimension()));
        for (GuidanceResult result : findings.guidances()) {
            List<MomentSeries> components = result.componentMoments();
            for (int k = 0; k < components.size(); k++) {
                append(csv, result.guidance() + "," + k, components.get(k));
            }
        }
        return csv.toString();
    }

    private static String header(String first, int d) {
        StringJoiner header = new StringJoiner(",", "", "\n").add(first);
        for (String moment : List.of("mean_", "variance_", "power_")) {
            for (int j = 0; j < d; j++) {
                header.add(moment + j);
            }
        }
        return header.toString();
    }

    private static void append(StringBuilder csv, String label, MomentSeries moments) {
        for (int i = 0; i < moments.times().length; i++) {
            csv.append(label).append(',').append(moments.times()[i]);
            append(csv, moments.mean()[i]);
            append(csv, moments.variance()[i]);
            append(csv, moments.power()[i]);
            csv.append('\n');
        }
    }

    private static void append(StringBuilder csv, double[] values) {
        for (double value : values) {
            csv.append(',').append(value);
        }
    }
}
