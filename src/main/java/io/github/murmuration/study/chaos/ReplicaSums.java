package io.github.murmuration.study.chaos;

/** Sums over the agents of one replica and their copies at one time; at the end of the run, the agents themselves too. */
final class ReplicaSums {

    private final int agents;
    private final double[] difference;
    private final double[] power = new double[3];
    private final double[] powerOfCopies = new double[3];
    private final float[][] population;
    private final float[][] copies;
    private double square;
    private double energy;
    private double energyOfCopies;

    ReplicaSums(int agents, int dimension, boolean keep) {
        this.agents = agents;
        this.difference = new double[dimension];
        this.population = new float[dimension][keep ? agents : 0];
        this.copies = new float[dimension][keep ? agents : 0];
    }

    /**
     * Agents at positions from..until-1.
     * @param expected mean in the limit [d]
     */
    void add(float[][] x, float[][] y, int from, int until, double[] expected) {
        int d = expected.length;
        for (int a = from; a < until; a++) {
            double first = 0;
            double second = 0;
            for (int j = 0; j < d; j++) {
                double distance = (double) x[j][a] - y[j][a];
                difference[j] += distance;
                square += distance * distance;
                first += x[j][a] - expected[j];
                second += y[j][a] - expected[j];
            }
            powers(first / d, power);
            powers(second / d, powerOfCopies);
        }
    }

    /**
     * Keeps agents, and energies where there are any.
     * @param at number in the replica of the agent at position from
     */
    void keep(float[][] x, float[][] y, float[] energyOfX, float[] energyOfY, int from, int until, int at) {
        for (int j = 0; j < population.length; j++) {
            System.arraycopy(x[j], from, population[j], at, until - from);
            System.arraycopy(y[j], from, copies[j], at, until - from);
        }
        for (int a = from; a < Math.min(until, energyOfX.length); a++) {
            energy += energyOfX[a];
            energyOfCopies += energyOfY[a];
        }
    }

    float[][] population() {
        return population;
    }

    float[][] copies() {
        return copies;
    }

    /**
     * Puts the means over agents into a case.
     * @param seen modified
     */
    void into(CouplingCase seen, int look, int replica) {
        double common = 0;
        for (double sum : difference) {
            common += sum / agents * (sum / agents);
        }
        seen.square()[look][replica] = square / agents;
        seen.common()[look][replica] = common;
        for (int p = 0; p < 3; p++) {
            seen.population()[look][p][replica] = power[p] / agents;
            seen.copies()[look][p][replica] = powerOfCopies[p] / agents;
        }
        seen.energy()[replica] = energy / agents;
        seen.energyOfCopies()[replica] = energyOfCopies / agents;
    }

    private static void powers(double x, double[] into) {
        into[0] += x;
        into[1] += x * x;
        into[2] += x * x * x;
    }
}
