// Entry points that advance agents of up to 16, 32 and 64 coordinates (of up to 8 with full covariances, too) in registers, by the schemes
// euler-maruyama and posterior-mean: lanes<L>_diagonal, lanes<L>_full. L lanes of a warp share an agent. backend.cuda.LaneKernels chooses
// among them by name.
#include "advance_lanes.cuh"
#include "bridge.cuh"

using namespace murmuration;

#define LANES(L) \
    KERNEL_FOR(1, lanes##L##_diagonal, Advance, a) { advance_lanes<Bridge<SHARE, 0, true, false>, L, false>(a); } \
    KERNEL_FOR(1, lanes##L##_full, Advance, a) { advance_lanes<Bridge<SHARE, 0, false, false>, L, true>(a); }

LANES(1) LANES(2) LANES(4) LANES(8)
