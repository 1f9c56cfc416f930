package io.github.murmuration.laboratory;

/** Particles of a game that is solved, as far as a step of them and its value function U go. */
public interface ControlledParticles {

    /** T. */
    double horizon();

    /**
     * b.
     * @param x [d]
     * @return [d]
     */
    double[] drift(double[] x, double t);

    /**
     * s, of independent sources.
     * @param x [d]
     * @return [d]
     */
    double[] noise(double[] x, double t);

    /**
     * What is paid per unit of time, in units of the time t, with the variations of costs of the law in their place.
     * @param x [d]
     */
    double paid(double[] x, double t);

    /**
     * U(x, t), in units of the time t.
     * @param x [d]
     */
    double value(double[] x, double t);

    /** delta. */
    default double discount() {
        return 0;
    }

    /** Whether U(., T) is a function: not where the law at the end is given. */
    default boolean valueAtEnd() {
        return true;
    }
}
