package io.github.murmuration.report;

import io.github.murmuration.file.LongText;
import io.github.murmuration.model.Living;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MomentSeries;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** {@code moments.csv} and, of the initial sub-populations, {@code component-moments.csv}. Full precision; NaN where there is no power. */
final class MomentsCsv {

    private MomentsCsv() {}

    /** With time in the units of the model, and what was observed, where agents are not steered. */
    static LongText population(Findings findings) {
        return population(findings.moments(), findings.series());
    }

    /**
     * Header {@code guidance,t,mean_0..,variance_0..,power_0..} and the names of what else there is at every time.
     *
     * @param moments by guidance
     * @param others by name [T]; only where there is one guidance
     */
    static LongText population(Map<String, MomentSeries> moments, Map<String, double[]> others) {
        int d = moments.values().iterator().next().mean()[0].length;
        return csv -> {
            csv.append(header("guidance,t", d, others.keySet()));
            for (Map.Entry<String, MomentSeries> each : moments.entrySet()) {
                append(csv, each.getKey(), each.getValue(), others.values());
            }
        };
    }

    /** Header {@code guidance,component,t,mean_0..,variance_0..,power_0..}, and {@code living} where ends absorb; components count from 0. */
    static LongText components(Findings findings) {
        return csv -> appendComponents(csv, findings);
    }

    private static void appendComponents(Appendable csv, Findings findings) throws IOException {
        boolean absorbs = findings.absorbs();
        List<String> others = absorbs ? List.of(Living.NAME) : List.of();
        csv.append(header("guidance,component,t", findings.dimension(), others));
        for (GuidanceResult result : findings.guidances()) {
            List<MomentSeries> components = result.componentMoments();
            for (int k = 0; k < components.size(); k++) {
                MomentSeries moments = components.get(k);
                append(csv, result.guidance() + "," + k, moments, absorbs ? List.of(moments.living()) : List.of());
            }
        }
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

    private static void append(Appendable csv, String label, MomentSeries moments, Collection<double[]> others)
            throws IOException {
        for (int i = 0; i < moments.times().length; i++) {
            csv.append(label + "," + moments.times()[i]);
            append(csv, moments.mean()[i]);
            append(csv, moments.variance()[i]);
            append(csv, moments.power()[i]);
            for (double[] other : others) {
                csv.append("," + other[i]);
            }
            csv.append('\n');
        }
    }

    private static void append(Appendable csv, double[] values) throws IOException {
        for (double value : values) {
            csv.append("," + value);
        }
    }
}
