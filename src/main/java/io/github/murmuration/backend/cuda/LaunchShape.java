package io.github.murmuration.backend.cuda;

/**
 * How work is cut into launches; results do not depend on it.
 *
 * @param steps most per launch
 * @param units most per launch, blocks or teams, of kernels that take one piece of work after the other
 * @param threads most per block: whole teams, as many as the registers of a kernel allow
 */
record LaunchShape(int steps, long units, int threads) {

    private static final long MOST_BLOCKS = 1 << 20;

    /** As much at once as there is, a block for each team. */
    static final LaunchShape WHOLE = new LaunchShape(Integer.MAX_VALUE, Integer.MAX_VALUE, Context.TEAM);

    /** The same with so many steps per launch. */
    static LaunchShape ofSteps(int steps) {
        return new LaunchShape(steps, WHOLE.units, WHOLE.threads);
    }

    /** Blocks of a kernel whose threads take one piece of work after the other. @param wanted pieces */
    long blocks(long wanted) {
        return units(Math.min(MOST_BLOCKS, (wanted + Context.TEAM - 1) / Context.TEAM));
    }

    long units(long wanted) {
        return Math.min(wanted, units);
    }
}
