package io.github.murmuration.schedule.lqg;

/** Flows over the stretches of a mesh, most of which have one length: the last flow is kept. For one thread. */
final class Flows {

    /** Lengths that differ by the rounding of times near 1 have the same flow to rounding. */
    private static final double SAME = 0x1p-51;

    private final Hamiltonian hamiltonian;
    private double tau;
    private Hamiltonian.Flow flow;

    Flows(Hamiltonian hamiltonian) {
        this.hamiltonian = hamiltonian;
        this.flow = hamiltonian.flow(0);
    }

    Hamiltonian.Flow over(double length) {
        if (Math.abs(length - tau) > SAME) {
            tau = length;
            flow = hamiltonian.flow(length);
        }
        return flow;
    }
}
