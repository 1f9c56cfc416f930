package io.github.murmuration.report;

import io.github.murmuration.density.Marginal;
import io.github.murmuration.file.LongText;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Histogram;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code histogram.csv} of the terminal law: {@code guidance,coordinate,low,high,count,density,target-density}. Density is count /
 * (agents x width); the target's is its marginal density at the middle of the bin, empty where it has none. Agents that are not steered have
 * neither guidance nor target.
 */
final class HistogramCsv {

    private HistogramCsv() {}

    static LongText text(Findings findings) {
        return csv -> append(csv, findings);
    }

    private static void append(Appendable csv, Findings findings) throws IOException {
        boolean steered = findings.steered();
        csv.append((steered ? "guidance," : "") + "coordinate,low,high,count,density")
                .append(steered ? ",target-density\n" : "\n");
        for (GuidanceResult result : findings.guidances()) {
            List<Histogram> histograms = result.histograms();
            for (int j = 0; j < histograms.size(); j++) {
                String coordinate = findings.run().scenario().coordinates().get(j);
                String label = (steered ? result.guidance() + "," : "") + coordinate;
                append(csv, label, histograms.get(j), steered, findings.targetDensity(j));
            }
        }
    }

    private static void append(
            Appendable csv, String label, Histogram histogram, boolean steered, Optional<Marginal> target)
            throws IOException {
        double[] density = BinnedDensity.of(histogram);
        for (int i = 0; i < density.length; i++) {
            double low = histogram.low() + i * histogram.width();
            double high = histogram.low() + (i + 1) * histogram.width();
            double middle = low + histogram.width() / 2;
            csv.append(label + "," + low + "," + high + "," + histogram.counts()[i] + "," + density[i]);
            if (steered) {
                csv.append(",")
                        .append(target.map(marginal -> String.valueOf(marginal.density(middle)))
                                .orElse(""));
            }
            csv.append('\n');
        }
    }
}
