package io.github.murmuration.study.chaos;

import io.github.murmuration.ensemble.PairedSurvey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What was seen of the replicas of one size; every last index is the replica.
 *
 * @param times at which agents were looked at [looks]
 * @param square (1/N) sum |D_i|^2, D_i the difference of agent i from its copy [looks][R]
 * @param common |(1/N) sum D_i|^2 [looks][R]
 * @param population power sums of an agent's mean coordinate about the limit's mean, over N [looks][3][R]
 * @param copies the same of the copies
 * @param energy of the population's agents, mean [R]
 * @param energyOfCopies mean [R]
 * @param fromCopies squared Wasserstein-2 distance to the copies at the end [R]
 * @param fromLaw squared Wasserstein-2 distance to the limit law at the end [R]; empty where the law is not known
 * @param copiesFromLaw the same of the copies
 */
record CouplingCase(
        long agents,
        int steps,
        double[] times,
        double[][] square,
        double[][] common,
        double[][][] population,
        double[][][] copies,
        double[] energy,
        double[] energyOfCopies,
        double[] fromCopies,
        double[] fromLaw,
        double[] copiesFromLaw) {

    static CouplingCase empty(long agents, int steps, double[] times, int replicas, boolean law) {
        return new CouplingCase(
                agents,
                steps,
                times,
                new double[times.length][replicas],
                new double[times.length][replicas],
                new double[times.length][3][replicas],
                new double[times.length][3][replicas],
                new double[replicas],
                new double[replicas],
                new double[replicas],
                new double[law ? replicas : 0],
                new double[law ? replicas : 0]);
    }

    /**
     * Puts the means over the agents of a replica.
     * @param sums of what is asked of them
     */
    void put(int look, int replica, PairedSurvey survey, double[] sums) {
        for (int m = 0; m < survey.squareAt(); m++) {
            common[look][replica] += sums[m] / agents * (sums[m] / agents);
        }
        square[look][replica] = sums[survey.squareAt()] / agents;
        for (int p = 0; p < PairedSurvey.POWERS; p++) {
            population[look][p][replica] = sums[survey.powersAt() + p] / agents;
            copies[look][p][replica] = sums[survey.powersAt() + PairedSurvey.POWERS + p] / agents;
        }
        if (survey.energies()) {
            energy[replica] = sums[survey.energiesAt()] / agents;
            energyOfCopies[replica] = sums[survey.energiesAt() + 1] / agents;
        }
    }

    /** All replicas of several of one size. */
    static CouplingCase joined(List<CouplingCase> all) {
        CouplingCase first = all.get(0);
        return new CouplingCase(
                first.agents,
                first.steps,
                first.times,
                joined(all, CouplingCase::square),
                joined(all, CouplingCase::common),
                joinedTwice(all, CouplingCase::population),
                joinedTwice(all, CouplingCase::copies),
                together(all, CouplingCase::energy),
                together(all, CouplingCase::energyOfCopies),
                together(all, CouplingCase::fromCopies),
                together(all, CouplingCase::fromLaw),
                together(all, CouplingCase::copiesFromLaw));
    }

    private static double[] together(List<CouplingCase> all, Function<CouplingCase, double[]> part) {
        return all.stream().map(part).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[][] joined(List<CouplingCase> all, Function<CouplingCase, double[][]> part) {
        return IntStream.range(0, part.apply(all.get(0)).length)
                .mapToObj(i -> together(all, each -> part.apply(each)[i]))
                .toArray(double[][]::new);
    }

    private static double[][][] joinedTwice(List<CouplingCase> all, Function<CouplingCase, double[][][]> part) {
        return IntStream.range(0, part.apply(all.get(0)).length)
                .mapToObj(i -> joined(all, each -> part.apply(each)[i]))
                .toArray(double[][][]::new);
    }

    int replicas() {
        return energy.length;
    }

    int last() {
        return times.length - 1;
    }

    /** Mean over some replicas. */
    static double mean(double[] values, int[] replicas) {
        double sum = 0;
        for (int r : replicas) {
            sum += values[r];
        }
        return sum / replicas.length;
    }

    /** The look at which the mean square difference is largest. */
    int worst(int[] replicas) {
        int worst = 0;
        double most = -1;
        for (int look = 0; look < times.length; look++) {
            double mean = mean(square[look], replicas);
            if (mean > most) {
                most = mean;
                worst = look;
            }
        }
        return worst;
    }
}
