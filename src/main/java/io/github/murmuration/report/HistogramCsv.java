package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Histogram;
import java.util.List;
import java.util.Optional;

/**
 * {@code histogram.csv} of the terminal law: {@code guidance,coordinate,low,high,count,density,target-density}. Density is count /
 * (agents x width); the target's is its marginal density at the middle of the bin, empty where it has none.
 */
final class HistogramCsv {

    private HistogramCsv() {}

    static String text(Findings findings) {
        StringBuilder csv = new StringBuilder("guidance,coordinate,low,high,count,density,target-density\n");
        for (GuidanceResult result : findings.guidances()) {
            List<Histogram> histograms = result.histograms();
            for (int j = 0; j < histograms.size(); j++) {
                append(csv, result.guidance() + "," + j, histograms.get(j), findings.targetDensity(j));
            }
        }
        return csv.toString();
    }

    private static void append(StringBuilder csv, String label, Histogram histogram, Optional<Marginal> target) {
        double[] density = BinnedDensity.of(histogram);
        for (int i = 0; i < density.length; i++) {
            double low = histogram.low() + i * histogram.width();
            double middle = low + histogram.width() / 2;
            csv.append(label).append(',').append(low);
            csv.append(',').append(histogram.low() + (i + 1) * histogram.width());
            csv.append(',')
                    .append(histogram.counts()[i])
                    .append(',')
                    .append(density[i])
                    .append(',');
            target.ifPresent(marginal -> csv.append(marginal.density(middle)));
            csv.append('\n');
        }
    }
}
