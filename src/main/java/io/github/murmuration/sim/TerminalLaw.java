package io.github.murmuration.sim;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.Survey;
import io.github.murmuration.model.Living;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is read off the agents themselves once a run has ended: covariance, histograms, energies agent by agent. All of it in one survey,
 * by the ensemble, wherever its agents are; sums are taken over blocks in the fixed tree, so they do not depend on who works.
 */
final class TerminalLaw {

    private final Agents agents;
    private final int guidance;
    private final int dimension;
    private final Optional<Living> living;
    private final List<Histogram> histograms;
    private final Survey survey;
    private double[] sums;

    /**
     * @param mean what the covariance is about [d]
     * @param variance along each coordinate [d]: histograms reach over mean +- 5 standard deviations
     * @param bins of each coordinate's histogram, or 0 for none
     * @param labels whose energies are summed separately, or 0 where energies of agents are not kept
     * @param living whose law it is, where ends absorb agents
     */
    TerminalLaw(
            Agents agents,
            int guidance,
            double[] mean,
            double[] variance,
            int bins,
            int labels,
            Optional<Living> living) {
        this.agents = agents;
        this.guidance = guidance;
        this.dimension = mean.length;
        this.living = living;
        this.histograms = histograms(mean, variance, bins);
        this.survey = new Survey(
                mean,
                ends().stream()
                        .map(end -> new Survey.End(end.coordinate(), (float) end.at(), end.low()))
                        .toList(),
                labels,
                histograms.stream().mapToDouble(Histogram::low).toArray(),
                histograms.stream().mapToDouble(Histogram::width).toArray(),
                bins);
        this.sums = new double[survey.size()];
    }

    private List<Living.End> ends() {
        return living.map(Living::ends).orElse(List.of());
    }

    /**
     * Reads the agents of all blocks, once.
     * @param progress receives the number of blocks done
     */
    void read(Crew<?> crew, Progress progress) {
        Blocks blocks = agents.blocks();
        long[][] counts = histograms.stream().map(Histogram::counts).toArray(long[][]::new);
        sums = blocks.sums(
                sums.length, (from, to) -> agents.survey(guidance, from, to, survey, crew, counts), progress);
        for (long[] own : counts) {
            System.arraycopy(blocks.part().add(own), 0, own, 0, own.length);
        }
    }

    /** Cov X [d][d]; NaN where no agent lives. */
    double[][] covariance() {
        double[][] covariance = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                covariance[i][j] = sums[survey.productAt(Math.max(i, j), Math.min(i, j))] / sums[survey.livingAt()];
            }
        }
        return covariance;
    }

    /** Share of the agents that are on each end that absorbs. */
    Map<String, Double> absorbed() {
        Map<String, Double> absorbed = new LinkedHashMap<>();
        for (int e = 0; e < ends().size(); e++) {
            absorbed.put(
                    ends().get(e).text(), sums[survey.endAt(e)] / agents.spec().agents());
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
        double[] total = new double[Survey.ENERGY_SUMS];
        for (int l = 0; l < survey.labels(); l++) {
            int at = survey.energiesAt(l);
            for (int s = 0; s < total.length; s++) {
                total[s] += sums[at + s];
            }
            estimates.add(Estimate.of(sums[at], sums[at + 1], sums[at + 2]));
        }
        estimates.add(0, Estimate.of(total[0], total[1], total[2]));
        return estimates;
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
}
