package io.github.murmuration.study.step;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What was seen of replicas at every number of steps; every last index of the first three is the replica.
 *
 * @param values at the end [level][quantity][R]
 * @param successive (1/N) sum of squared distances of agents from where twice as many steps bring them [level][d][R]
 * @param fromFinest the same from where the most steps bring them
 * @param valueRounding what float32 states leave uncertain in a value [level][quantity]
 * @param stateRounding and in a state [level][d]
 */
record StepCase(
        double[][][] values,
        double[][][] successive,
        double[][][] fromFinest,
        double[][] valueRounding,
        double[][] stateRounding) {

    static StepCase empty(int levels, int quantities, int dimension) {
        return new StepCase(
                new double[levels][quantities][],
                new double[levels - 1][dimension][],
                new double[levels - 1][dimension][],
                new double[levels][],
                new double[levels][]);
    }

    int levels() {
        return values.length;
    }

    void take(int l, Level level) {
        values[l] = level.values();
        valueRounding[l] = level.valueRounding();
        stateRounding[l] = level.stateRounding();
    }

    void compare(int l, double[][] withFiner, double[][] withFinest) {
        successive[l] = withFiner;
        fromFinest[l] = withFinest;
    }

    /** All replicas of several. */
    static StepCase joined(List<StepCase> cases) {
        return cases.stream().reduce(StepCase::and).orElseThrow();
    }

    private StepCase and(StepCase other) {
        return new StepCase(
                joined(values, other.values),
                joined(successive, other.successive),
                joined(fromFinest, other.fromFinest),
                largest(valueRounding, other.valueRounding),
                largest(stateRounding, other.stateRounding));
    }

    private static double[][][] joined(double[][][] a, double[][][] b) {
        double[][][] joined = new double[a.length][a[0].length][];
        for (int l = 0; l < a.length; l++) {
            for (int q = 0; q < a[l].length; q++) {
                joined[l][q] = DoubleStream.concat(Arrays.stream(a[l][q]), Arrays.stream(b[l][q]))
                        .toArray();
            }
        }
        return joined;
    }

    private static double[][] largest(double[][] a, double[][] b) {
        double[][] largest = new double[a.length][a[0].length];
        for (int l = 0; l < a.length; l++) {
            for (int q = 0; q < a[l].length; q++) {
                largest[l][q] = Math.max(a[l][q], b[l][q]);
            }
        }
        return largest;
    }
}
