package io.github.murmuration.study.chaos;

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
