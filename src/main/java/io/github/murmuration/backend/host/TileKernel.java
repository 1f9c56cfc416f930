package io.github.murmuration.backend.host;

/** The arithmetic of one tile of 1024 agents. One instance per thread: implementations hold scratch. */
public interface TileKernel {

    /**
     * Takes a batch of steps.
     *
     * @param block modified
     * @param sums [count][guidance][replica in the tile][SumLayout], overwritten
     * @return packed first step and place of an agent that left the representable range, or Offender.NONE
     */
    long advance(Block block, int tile, Batch batch, float[] sums);
}
