// Kernels over a whole population that take no step: starts, totals of tile sums, counts of labels.
#include "combine.cuh"
#include "counts.cuh"
#include "starts.cuh"

using namespace murmuration;

/** Draws starts, labels and copies of the state, and sums the starts up tile by tile. */
KERNEL(draw_starts, Starts, s) {
    TileSums sums(s.labels_told, s.dimension, s.tiles);
    for (long long tile = blockIdx.x; tile < s.tiles; tile += gridDim.x) {
        draw_tile(s, tile);
        sum_tile(s, tile, sums);
    }
}

/** First pass over tile sums: every 256 tiles to one float64. */
KERNEL(combine_tiles, Combine, c) { combine<float>(c); }

/** Further passes: every 256 totals to one. */
KERNEL(combine_totals, Combine, c) { combine<double>(c); }

/** Agents of each label. */
KERNEL(count_labels, Counts, c) { count(c); }
