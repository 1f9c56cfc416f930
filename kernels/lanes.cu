// Entry points that advance agents of up to 8, 16, 32 and 64 coordinates in registers: lanes<L>_diagonal and lanes<L>_full of bridges, by the
// schemes euler-maruyama and posterior-mean, and lanes<L>_affine. L lanes of a warp share an agent. backend.cuda.LaneKernels chooses among them
// by name.
#include "advance_lanes.cuh"
#include "lane_affine.cuh"
#include "lane_bridge.cuh"

using namespace murmuration;

#define LANES(L) \
    KERNEL_FOR(1, lanes##L##_diagonal, Advance, a) { advance_lanes<LaneBridge<L, true>, L>(a); } \
    KERNEL_FOR(1, lanes##L##_full, Advance, a) { advance_lanes<LaneBridge<L, false>, L>(a); } \
    KERNEL_FOR(1, lanes##L##_affine, Advance, a) { advance_lanes<LaneAffine<L>, L>(a); }

LANES(1) LANES(2) LANES(4) LANES(8)
