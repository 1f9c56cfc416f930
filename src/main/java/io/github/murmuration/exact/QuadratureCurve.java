package io.github.murmuration.exact;

import io.github.murmuration.crew.Crew;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Power at equally spaced times, and energy by adaptive quadrature in time, of a power law without sampling error. */
final class QuadratureCurve {

    private static final int STEPS = 200;
    private static final double TOLERANCE = 1e-10;

    /** Where integrals over time end: the coefficients are infinite at 1. */
    private static final double LAST_TIME = 1 - 0x1p-52;

    private QuadratureCurve() {}

    /**
     * @param breaks of the protocol.
     * @param finite whether to integrate; energy is 0 otherwise
     */
    static PowerCurve of(PowerFunction law, double[] breaks, boolean finite, Crew<?> crew) {
        double[] times = equalTimes(breaks, STEPS);
        double[][] power = at(law, times, crew);
        double[] energy = finite ? energy(law, breaks, crew) : new double[power[0].length];
        return new PowerCurve(times, power, energy, 0);
    }

    /** int E u_j^2 dt [d]. */
    static double[] energy(PowerFunction law, double[] breaks, Crew<?> crew) {
        AdaptiveQuadrature.Nodes nodes = timeNodes(law, breaks, TOLERANCE);
        return PowerCurve.integrate(nodes.weights(), at(law, nodes.points(), crew));
    }

    /** 0, 1/steps, ..., 1 - 1/steps and half a step before 1, with the breaks before 1. */
    static double[] equalTimes(double[] breaks, int steps) {
        DoubleStream equal = IntStream.range(0, steps).mapToDouble(k -> (double) k / steps);
        DoubleStream extra =
                DoubleStream.concat(Arrays.stream(breaks).filter(t -> t < 1), DoubleStream.of(1 - 0.5 / steps));
        return DoubleStream.concat(equal, extra).sorted().distinct().toArray();
    }

    /** Panels that resolve the boundary layers of stiff intervals and the approach to a narrow target. */
    static AdaptiveQuadrature.Nodes timeNodes(PowerFunction law, double[] breaks, double tolerance) {
        double[] edges = breaks.clone();
        edges[edges.length - 1] = LAST_TIME;
        return new AdaptiveQuadrature(law::total, edges, tolerance).nodes();
    }

    private static double[][] at(PowerFunction law, double[] times, Crew<?> crew) {
        return crew.map(times.length, i -> law.at(times[i])).toArray(double[][]::new);
    }
}
