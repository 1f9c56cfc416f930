package io.github.murmuration.backend.cuda;

/** How work is cut into launches; results do not depend on it. @param steps most per launch. @param blocks most per launch */
record LaunchShape(int steps, long blocks) {

    /** As much at once as there is, one block per tile. */
    static final LaunchShape WHOLE = new LaunchShape(Integer.MAX_VALUE, Integer.MAX_VALUE);

    long blocks(long wanted) {
        return Math.min(wanted, blocks);
    }
}
