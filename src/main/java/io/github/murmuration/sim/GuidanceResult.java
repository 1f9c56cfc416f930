package io.github.murmuration.sim;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The results of the population under one guidance.
 *
 * @param moments of the whole population
 * @param componentMoments of each initial sub-population; empty when there is one only
 * @param energy E int |u|^2 dt over all coordinates, left-end rule of the time grid
 * @param energyByCoordinate [d]
 * @param energyByComponent per initial sub-population; empty when there is one only
 * @param terminalCovariance [d][d]
 * @param meanDeviationFromLine max over recorded t of the Euclidean distance of the mean from the straight line
 * @param histograms of the terminal law, per coordinate; empty when none were asked for
 * @param density over time, of a sample of the agents
 * @param paths [path][T][d], at the times of moments
 * @param observed what a written model observes at the times of moments, by name [T]; the share of the living among them
 * @param absorbed share of the agents that are on an end that absorbs, at the end of the run, by end
 * @param sensitivities that were asked for
 * @param game what agents of a mean-field game pay
 */
public record GuidanceResult(
        String guidance,
        MomentSeries moments,
        List<MomentSeries> componentMoments,
        Estimate energy,
        double[] energyByCoordinate,
        List<Estimate> energyByComponent,
        double[] terminalMean,
        double[] terminalVariance,
        double[][] terminalCovariance,
        double meanDeviationFromLine,
        List<Histogram> histograms,
        DensitySeries density,
        float[][][] paths,
        Map<String, double[]> observed,
        Map<String, Double> absorbed,
        List<SensitivitySeries> sensitivities,
        Optional<GameCosts> game) {}
