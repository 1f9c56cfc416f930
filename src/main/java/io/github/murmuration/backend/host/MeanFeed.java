package io.github.murmuration.backend.host;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.schedule.Feed;
import io.github.murmuration.schedule.Row;
import java.util.Arrays;

/** The population means that are fed into rows (see Feed), per guidance and coordinate, in double precision. */
final class MeanFeed {

    private final EnsembleSpec spec;
    private final Row layout;
    private final SumLayout sums;
    private final double[][] means;
    private boolean known;

    MeanFeed(EnsembleSpec spec) {
        this.spec = spec;
        this.layout = spec.rows();
        this.sums = spec.sums();
        this.means = new double[spec.guidances()][spec.dimension()];
    }

    /** Whether anything is fed at all. */
    boolean active() {
        return !spec.evaluator().feeds().isEmpty();
    }

    boolean known() {
        return known;
    }

    /** The states were set from outside. */
    void forget() {
        known = false;
    }

    /** Takes the means from sums about the reference of a row. @param at where the sums begin */
    void take(int guidance, double[] from, int at, float[] rows, int row) {
        for (int j = 0; j < spec.dimension(); j++) {
            double total = 0;
            for (int label = 0; label < sums.labels(); label++) {
                total += from[at + sums.at(label, j) + SumLayout.FIRST];
            }
            means[guidance][j] = rows[row + layout.reference() + j] + total / spec.agents();
        }
        known = true;
    }

    /** Row k of each guidance with the means in it. */
    float[][] fed(float[][] rows, int k) {
        float[][] fed = new float[rows.length][];
        for (int g = 0; g < fed.length; g++) {
            fed[g] = Arrays.copyOfRange(rows[g], k * layout.size(), (k + 1) * layout.size());
            for (Feed feed : spec.evaluator().feeds()) {
                fed[g][feed.entry()] += (float) (feed.gain() * fed[g][Row.DT] * means[g][feed.coordinate()]);
            }
        }
        return fed;
    }
}
