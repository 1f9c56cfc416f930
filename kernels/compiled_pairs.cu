// Sums over partners of a model with pair means, compiled when they are needed: kept as PTX, which backend.cuda.PairPtx completes.
#include "pairs_compiled.cuh"

using namespace murmuration;

KERNEL_FOR(1, pair_sums_compiled, PairSums, p) { sum_pairs_compiled(p); }
