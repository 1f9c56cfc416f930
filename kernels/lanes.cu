// Entry points that advance agents of up to 64 coordinates in registers: lanes_diagonal and lanes_full of bridges, by the schemes euler-maruyama
// and posterior-mean, and lanes_affine. Lanes of a warp share an agent. backend.cuda.LaneKernels chooses among them by name.
#include "advance_lanes.cuh"
#include "lane_affine.cuh"
#include "lane_bridge.cuh"

using namespace murmuration;

KERNEL_FOR(1, lanes_diagonal, Advance, a) { advance_lanes<LaneBridge<true>>(a); }
KERNEL_FOR(1, lanes_full, Advance, a) { advance_lanes<LaneBridge<false>>(a); }
KERNEL_FOR(1, lanes_affine, Advance, a) { advance_lanes<LaneAffine>(a); }
