package io.github.murmuration.diffusion;

import io.github.murmuration.cloud.Cloud;
import java.util.List;

/** Takes clouds from much noise to little. */
@FunctionalInterface
public interface Reversal {

    /**
     * Clouds at the end of a clock, in the order of their starts.
     *
     * @param starts clouds at its beginning, of one number of points
     */
    List<Cloud> run(Clock clock, List<Cloud> starts, long seed);
}
