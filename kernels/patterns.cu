// Soft-max means over patterns, and paths that go to patterns: backend.PatternEvaluator.
#include "pattern_means.cuh"
#include "pattern_paths.cuh"
#include "pattern_sets.cuh"
#include "pattern_sums.cuh"

using namespace murmuration;

/** Sums of every centre over every tile. */
KERNEL(pattern_sums, TileSoftMax, p) { tile_soft_max(p); }

/** Sums over tiles to means. */
KERNEL(pattern_means, PatternMeans, p) { combine_means(p); }

/** Tables of patterns that are drawn. */
KERNEL(pattern_sets, PatternSets, p) { draw_sets(p); }

/** Paths towards means of patterns, and towards patterns that are drawn in every step. */
KERNEL_FOR(3, pattern_paths_mean, PatternPaths, p) { build_paths<MeanEndpoint>(p); }
KERNEL_FOR(3, pattern_paths_drawn, PatternPaths, p) { build_paths<DrawnEndpoint>(p); }
