package io.github.murmuration.study.linearity;

import io.github.murmuration.study.Bootstrap;
import io.github.murmuration.study.PowerLaw;
import io.github.murmuration.study.SimultaneousBand;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was found about one guidance. Points are ordered [T][d].
 *
 * @param exact departure of an infinite population from the reference in continuous time [points]
 * @param bands of the departure, for each size
 * @param fromReference largest departure from the reference, for each size
 * @param fromExact largest departure from the exact mean of the infinite population, for each size
 * @param law of fromReference; empty for one size
 * @param lawFromExact of fromExact; empty for one size
 * @param manyAgents departure for N to infinity; empty for one size
 * @param shortSteps departure minus the exact one for dt to 0; empty where the step was not changed
 */
record Finding(
        String guidance,
        double[] exact,
        SimultaneousBand[] bands,
        Bootstrap[] fromReference,
        Bootstrap[] fromExact,
        Optional<PowerLaw> law,
        Optional<PowerLaw> lawFromExact,
        Optional<Extrapolated> manyAgents,
        Optional<Extrapolated> shortSteps) {

    /** Band of the largest population. */
    SimultaneousBand band() {
        return bands[bands.length - 1];
    }

    boolean linear() {
        return band().contains(new double[exact.length]);
    }

    /** Whether time steps and finite N leave no trace beside the exact departure. */
    boolean asExact() {
        return band().contains(exact);
    }

    /** The point of the largest exact departure where that is above the noise; else that of the largest |t|. */
    int place() {
        boolean told = largestExact() > largest(band().error());
        return IntStream.range(0, exact.length)
                .reduce((a, b) -> weight(b, told) > weight(a, told) ? b : a)
                .orElseThrow();
    }

    private double weight(int point, boolean told) {
        return Math.abs(told ? exact[point] : band().mean()[point] / band().error()[point]);
    }

    /** The largest exact departure, of one coordinate. */
    double largestExact() {
        return largest(exact);
    }

    private static double largest(double[] curve) {
        return IntStream.range(0, curve.length)
                .mapToDouble(i -> Math.abs(curve[i]))
                .max()
                .orElseThrow();
    }
}
