// Kernels over a whole population that take no step: starts, totals of tile sums, feedback, counts of labels.
#include "combine.cuh"
#include "counts.cuh"
#include "feedback.cuh"
#include "starts.cuh"

using namespace murmuration;

/** Draws starts, labels and copies of the state, and sums the starts up tile by tile. */
ROOMY_KERNEL(draw_starts, Starts, s) {
    TileSums sums(s.replicas, s.labels_told, s.dimension, s.tiles);
    for (long long tile = blockIdx.x; tile < s.tiles; tile += gridDim.x) {
        draw_tile(s, tile);
        sum_tile(s, tile, sums);
    }
}

/** First pass over tile sums: every 256 tiles to one float64. */
KERNEL(combine_tiles, Combine, c) { combine_all<float>(c); }

/** Further passes: every 256 totals to one. */
KERNEL(combine_totals, Combine, c) { combine_all<double>(c); }

/** Totals of a step from its tile sums, and what the means do to the next one. */
KERNEL(feed_back_tiles, FeedBack, f) { feed_back<float>(f); }

/** The same from totals over groups of tiles. */
KERNEL(feed_back_totals, FeedBack, f) { feed_back<double>(f); }

/** Agents of each label. */
KERNEL(count_labels, Counts, c) { count(c); }
