package io.github.murmuration.sim;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.model.Living;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is read off the agents themselves once a run has ended: covariance, histograms, energies agent by agent. All of it in one pass,
 * block by block; sums are taken over blocks in the fixed tree, so they do not depend on who works.
 */
final class TerminalLaw {

    /** Of the energies of a label: their number, sum and sum of squares. */
    private static final int ENERGY_SUMS = 3;

    private final Ensemble ensemble;
    private final int guidance;
    private final double[] mean;
    private final int labels;
    private final Optional<Living> living;
    private final List<Histogram> histograms;
    private double[] sums;

    /**
     * @param mean what the covariance is about [d]
     * @param variance along each coordinate [d]: histograms reach over mean +- 5 standard deviations
     * @param bins of each coordinate's histogram, or 0 for none
     * @param labels whose energies are summed separately, or 0 where energies of agents are not kept
     * @param living whose law it is, where ends absorb agents
     */
    TerminalLaw(
            Ensemble ensemble,
            int guidance,
            double[] mean,
            double[] variance,
            int bins,
            int labels,
            Optional<Living> living) {
        this.ensemble = ensemble;
        this.guidance = guidance;
        this.mean = mean;
        this.labels = labels;
        this.living = living;
        this.histograms = histograms(mean, variance, bins);
        this.sums = new double
                [countAt() + 1 + living.map(those -> those.ends().size()).orElse(0)];
    }

    /**
     * Reads the agents of all blocks, once.
     * @param progress receives the number of blocks done
     */
    void read(Blocks blocks, Crew<?> crew, Progress progress) {
        sums = blocks.sums(sums.length, crew, this::block, progress);
        for (Histogram histogram : histograms) {
            long[] counts = histogram.counts();
            System.arraycopy(blocks.part().add(counts), 0, counts, 0, counts.length);
        }
    }

    /** Cov X [d][d]; NaN where no agent lives. */
    double[][] covariance() {
        int d = mean.length;
        double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                covariance[i][j] = sums[Math.max(i, j) * d + Math.min(i, j)] / sums[countAt()];
            }
        }
        return covariance;
    }

    /** Share of the agents that are on each end that absorbs. */
    Map<String, Double> absorbed(long agents) {
        Map<String, Double> absorbed = new LinkedHashMap<>();
        List<Living.End> ends = living.map(Living::ends).orElse(List.of());
        for (int e = 0; e < ends.size(); e++) {
            absorbed.put(ends.get(e).text(), sums[countAt() + 1 + e] / agents);
        }
        return absorbed;
    }

    /** One for each coordinate, or none; none where no agent lives. */
    List<Histogram> histograms() {
        return histograms;
    }

    /** Sample mean and standard error of the agents' energies: the whole population, then each label. */
    List<Estimate> energies() {
        List<Estimate> estimates = new ArrayList<>();
        double[] total = new double[ENERGY_SUMS];
        for (int l = 0; l < labels; l++) {
            int at = mean.length * mean.length + ENERGY_SUMS * l;
            for (int s = 0; s < ENERGY_SUMS; s++) {
                total[s] += sums[at + s];
            }
            estimates.add(Estimate.of(sums[at], sums[at + 1], sums[at + 2]));
        }
        estimates.add(0, Estimate.of(total[0], total[1], total[2]));
        return estimates;
    }

    /**
     * Counts the agents of a block.
     * @return its sums
     */
    private double[] block(int block) {
        double[] part = new double[sums.length];
        float[][] states = ensemble.states(guidance, block);
        float[][] those = living.map(each -> living(each, states, part)).orElse(states);
        part[countAt()] = those[0].length;
        products(those, part);
        for (int j = 0; j < histograms.size(); j++) {
            count(those[j], histograms.get(j));
        }
        if (labels > 0) {
            energySums(ensemble.energies(guidance, block), ensemble.labels(block), part);
        }
        return part;
    }

    /** States of the agents that live; the others are counted by the ends that they are on. */
    private float[][] living(Living those, float[][] states, double[] part) {
        for (int e = 0; e < those.ends().size(); e++) {
            Living.End end = those.ends().get(e);
            for (float x : states[end.coordinate()]) {
                part[countAt() + 1 + e] += end.spares(x) ? 0 : 1;
            }
        }
        int[] places = IntStream.range(0, states[0].length)
                .filter(a -> those.lives(states, a))
                .toArray();
        float[][] taken = new float[states.length][places.length];
        for (int j = 0; j < states.length; j++) {
            for (int i = 0; i < places.length; i++) {
                taken[j][i] = states[j][places[i]];
            }
        }
        return taken;
    }

    /** Where the number of the living is among the sums; the numbers on each end follow. */
    private int countAt() {
        return mean.length * mean.length + ENERGY_SUMS * labels;
    }

    private void products(float[][] states, double[] part) {
        int d = mean.length;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int a = 0; a < states[i].length; a++) {
                    sum += (states[i][a] - mean[i]) * (states[j][a] - mean[j]);
                }
                part[i * d + j] = sum;
            }
        }
    }

    private void energySums(float[] energies, byte[] label, double[] part) {
        int first = mean.length * mean.length;
        for (int a = 0; a < energies.length; a++) {
            int at = first + ENERGY_SUMS * label[a];
            part[at]++;
            part[at + 1] += energies[a];
            part[at + 2] += (double) energies[a] * energies[a];
        }
    }

    private static List<Histogram> histograms(double[] mean, double[] variance, int bins) {
        List<Histogram> histograms = new ArrayList<>();
        for (int j = 0; j < mean.length && bins > 0 && !Double.isNaN(mean[j]); j++) {
            double half = 5 * Math.sqrt(variance[j]);
            double width = half > 0 ? 2 * half / bins : 1.0 / bins;
            histograms.add(new Histogram(mean[j] - width * bins / 2, width, new long[bins]));
        }
        return histograms;
    }

    /** Bins are found side by side and counted one thread at a time: there is one array of counts, however many bins it has. */
    private static void count(float[] values, Histogram histogram) {
        long[] counts = histogram.counts();
        int[] bins = new int[values.length];
        for (int a = 0; a < bins.length; a++) {
            bins[a] = histogram.bin(values[a]);
        }
        synchronized (counts) {
            for (int bin : bins) {
                counts[bin]++;
            }
        }
    }
}
