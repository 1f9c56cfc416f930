// Soft-max means over patterns, and draws of patterns: backend.PatternEvaluator.
#include "pattern_draws.cuh"
#include "pattern_means.cuh"
#include "pattern_sums.cuh"

using namespace murmuration;

/** Sums of every centre over every tile. */
KERNEL(pattern_sums, TileSoftMax, p) { tile_soft_max(p); }

/** Sums over tiles to means. */
KERNEL(pattern_means, PatternMeans, p) { combine_means(p); }

/** The tile of a draw. */
KERNEL(pattern_climb, PatternDraws, p) {
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < p.n; i += gridDim.x * blockDim.x) {
        climb(p, i);
    }
}

/** The pattern of a draw. */
KERNEL(pattern_choose, PatternDraws, p) { choose_all(p); }
