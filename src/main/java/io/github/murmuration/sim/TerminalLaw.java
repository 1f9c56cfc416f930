package io.github.murmuration.sim;

import io.github.murmuration.backend.Ensemble;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is read off the agents themselves once a run has ended: covariance, histograms, energies agent by agent. */
final class TerminalLaw {

    private final Ensemble ensemble;
    private final int guidance;
    private final int blocks;

    TerminalLaw(Ensemble ensemble, int guidance, int blocks) {
        this.ensemble = ensemble;
        this.guidance = guidance;
        this.blocks = blocks;
    }

    /** Cov X [d][d] about a given mean [d]. */
    double[][] covariance(double[] mean, long agents) {
        int d = mean.length;
        double[] sums = sumOverBlocks(d * d, block -> products(ensemble.states(guidance, block), mean));
        double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                covariance[i][j] = sums[Math.max(i, j) * d + Math.min(i, j)] / agents;
            }
        }
        return covariance;
    }

    /** One histogram per coordinate over mean +- 5 standard deviations. */
    List<Histogram> histograms(double[] mean, double[] variance, int bins) {
        List<Histogram> histograms = new ArrayList<>();
        for (int j = 0; j < mean.length && bins > 0; j++) {
            double half = 5 * Math.sqrt(variance[j]);
            double width = half > 0 ? 2 * half / bins : 1.0 / bins;
            histograms.add(new Histogram(mean[j] - width * bins / 2, width, new long[bins]));
        }
        for (int block = 0; block < blocks && bins > 0; block++) {
            float[][] states = ensemble.states(guidance, block);
            for (int j = 0; j < states.length; j++) {
                count(states[j], histograms.get(j));
            }
        }
        return histograms;
    }

    /** Sample mean and standard error of the agents' energies: the whole population, then each label. */
    List<Estimate> energies(int labels) {
        double[] sums = sumOverBlocks(3 * labels, block -> energySums(block, labels));
        List<Estimate> estimates = new ArrayList<>();
        double[] total = new double[3];
        for (int l = 0; l < labels; l++) {
            for (int s = 0; s < 3; s++) {
                total[s] += sums[3 * l + s];
            }
            estimates.add(estimate(sums[3 * l], sums[3 * l + 1], sums[3 * l + 2]));
        }
        estimates.add(0, estimate(total[0], total[1], total[2]));
        return estimates;
    }

    private interface BlockSums {
        double[] of(int block);
    }

    /** Sums over blocks in order, whatever thread computed them. */
    private double[] sumOverBlocks(int size, BlockSums sums) {
        double[][] parts =
                IntStream.range(0, blocks).parallel().mapToObj(sums::of).toArray(double[][]::new);
        double[] total = new double[size];
        for (double[] part : parts) {
            for (int s = 0; s < size; s++) {
                total[s] += part[s];
            }
        }
        return total;
    }

    private static double[] products(float[][] states, double[] mean) {
        int d = mean.length;
        double[] sums = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int a = 0; a < states[i].length; a++) {
                    sum += (states[i][a] - mean[i]) * (states[j][a] - mean[j]);
                }
                sums[i * d + j] = sum;
            }
        }
        return sums;
    }

    private static void count(float[] values, Histogram histogram) {
        long[] counts = histogram.counts();
        for (float value : values) {
            int bin = (int) Math.floor((value - histogram.low()) / histogram.width());
            counts[Math.max(0, Math.min(counts.length - 1, bin))]++;
        }
    }

    private double[] energySums(int block, int labels) {
        float[] energies = ensemble.energies(guidance, block);
        byte[] label = ensemble.labels(block);
        double[] sums = new double[3 * labels];
        for (int a = 0; a < energies.length; a++) {
            int at = 3 * label[a];
            sums[at]++;
            sums[at + 1] += energies[a];
            sums[at + 2] += (double) energies[a] * energies[a];
        }
        return sums;
    }

    /** Fewer than two agents have no standard error. */
    private static Estimate estimate(double count, double sum, double squares) {
        double mean = sum / count;
        if (count < 2) {
            return new Estimate(mean, Double.NaN);
        }
        double variance = Math.max(0, squares / count - mean * mean) * count / (count - 1);
        return new Estimate(mean, Math.sqrt(variance / count));
    }
}
