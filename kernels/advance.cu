// Entry points of the advancing kernels: advance_d<D>_c<C>_g<G> for few coordinates, components (0: any number) and guidances at a
// time, the same with _exact for the scheme exact, and advance_any_* for everything else. backend.cuda.KernelNames chooses among them by name.
#include "advance_any.cuh"
#include "advance_small.cuh"

using namespace murmuration;

#define SMALL(D, C, G) KERNEL(advance_d##D##_c##C##_g##G, Advance, a) { advance_small<D, C, G, false>(a); }
#define SMALL_ANY(D) ROOMY_KERNEL(advance_d##D##_c0_g1, Advance, a) { advance_small<D, 0, 1, false>(a); }
#define SMALL_EXACT(D, C) ROOMY_KERNEL(advance_d##D##_c##C##_g1_exact, Advance, a) { advance_small<D, C, 1, true>(a); }

SMALL(1, 1, 1) SMALL(1, 1, 2) SMALL(1, 1, 3)
SMALL(1, 2, 1) SMALL(1, 2, 2) SMALL(1, 2, 3)
SMALL(1, 4, 1) SMALL(1, 4, 2) SMALL(1, 4, 3)

SMALL(2, 1, 1) SMALL(2, 1, 2) SMALL(2, 1, 3)
SMALL(2, 2, 1) SMALL(2, 2, 2) SMALL(2, 2, 3)
SMALL(2, 4, 1) SMALL(2, 4, 2) SMALL(2, 4, 3)

SMALL(4, 1, 1) SMALL(4, 2, 1) SMALL(4, 4, 1)
SMALL(8, 1, 1) SMALL(8, 2, 1) SMALL(8, 4, 1)

SMALL_ANY(1) SMALL_ANY(2) SMALL_ANY(4) SMALL_ANY(8)

SMALL_EXACT(1, 1) SMALL_EXACT(1, 2) SMALL_EXACT(1, 4)
SMALL_EXACT(2, 1) SMALL_EXACT(2, 2) SMALL_EXACT(2, 4)

ROOMY_KERNEL(advance_any_diagonal, Advance, a) { advance_any<true, false>(a); }
ROOMY_KERNEL(advance_any_diagonal_exact, Advance, a) { advance_any<true, true>(a); }
ROOMY_KERNEL(advance_any_rotated, Advance, a) { advance_any<false, false>(a); }
ROOMY_KERNEL(advance_any_rotated_exact, Advance, a) { advance_any<false, true>(a); }
