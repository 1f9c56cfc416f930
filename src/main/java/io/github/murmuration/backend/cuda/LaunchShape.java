package io.github.murmuration.backend.cuda;

/**
 * How work is cut into launches; results do not depend on it.
 *
 * @param steps most per launch
 * @param blocks most per launch, of kernels whose blocks take one piece of work after the other
 * @param wide fewest tiles of a population whose blocks have several, where there is a kernel for that
 * @param rounds most tiles that a resident block has in turn where means feed back; 0 where such steps are launches of their own
 */
record LaunchShape(int steps, long blocks, long wide, int rounds) {

    private static final long MOST_BLOCKS = 1 << 20;

    /** With fewer blocks of several tiles a large device would wait for the last ones. */
    private static final long MANY_TILES = 4096;

    /**
     * A round of two tiles on each multiprocessor takes an H200 2 us or more: a million agents take 16 us, where 9 are the two launches
     * (bench/results/gpu-h200.md). Beyond four rounds a step is work for the most part, however it is launched.
     */
    private static final int FEW_ROUNDS = 4;

    /** As much at once as there is. */
    static final LaunchShape WHOLE = new LaunchShape(Integer.MAX_VALUE, Integer.MAX_VALUE, MANY_TILES, FEW_ROUNDS);

    /** As much at once as there is, with so many steps per launch. */
    static LaunchShape ofSteps(int steps) {
        return new LaunchShape(steps, WHOLE.blocks, WHOLE.wide, FEW_ROUNDS);
    }

    /**
     * Blocks of a kernel whose threads take one piece of work after the other.
     * @param pieces of work
     */
    long forThreads(long pieces) {
        return forBlocks(Math.min(MOST_BLOCKS, (pieces + Context.THREADS - 1) / Context.THREADS));
    }

    /**
     * Blocks of a kernel whose blocks do.
     * @param pieces of work
     */
    long forBlocks(long pieces) {
        return Math.min(pieces, blocks);
    }
}
