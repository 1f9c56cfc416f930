package io.github.murmuration.study.throughput;

import io.github.murmuration.backend.Ceilings;

/** A case and how fast it was. */
record Measured(Case what, Timing timing) {

    /** Multiply-adds, products and other operations that an affine step of one coordinate takes at least, its normal included. */
    private static final double OPERATIONS = 46;

    /**
     * Bytes that an agent-step moves at least: states, and energies where they are kept, are read and written once in as many steps as
     * can be taken without looking at the means; normals that lie in memory are written and read at each.
     */
    double bytes() {
        Workload workload = what.workload();
        double numbers = workload.d() + (workload.energies() ? 1 : 0);
        int together = workload.kind() == Workload.Kind.FEEDBACK ? 1 : timing.steps();
        double stored = workload.stored() ? 2.0 * workload.d() / workload.guidances() : 0;
        return Float.BYTES * (2 * numbers / together + stored);
    }

    /** The larger of the shares of the copies and of the arithmetic that the device does at most. */
    double share(Ceilings ceilings) {
        double copies = bytes() * timing.rate() / ceilings.copy();
        return Math.max(copies, OPERATIONS * what.workload().d() * timing.rate() / ceilings.multiplyAdds());
    }

    /** Multiply-adds that the device could do in the time of an agent-step. */
    double multiplyAdds(Ceilings ceilings) {
        return ceilings.multiplyAdds() / timing.rate();
    }

    /** Time of a step of all agents under all guidances, in microseconds. */
    double microseconds() {
        return 1e6 * what.agents() * what.workload().guidances() / timing.rate();
    }
}
