// Entry points that advance agents by bridges: advance_d<D>_c<C>_g<G> for few coordinates, components (0: any number) and guidances at a
// time, the same with _exact for the scheme exact, and advance_any_* for everything else. With _stored they read their increments from
// memory: one guidance at a time, any number of components. backend.cuda.KernelSet chooses among them by name.
#include "advance_any.cuh"
#include "advance_small.cuh"
#include "bridge.cuh"

using namespace murmuration;

/** Blocks on a multiprocessor that leave registers enough for D coordinates, C components (0: any number) and G guidances. */
constexpr int most_blocks(int d, int c, int g) {
    bool few = c == 1 || c == 2;
    switch (d * g) {
        case 1: return few ? 4 : 3;
        case 2: return c == 1 && d == 1 ? 3 : 2;
        case 3: return 2;
        case 4: return few || d == 2 ? 2 : 1;
        case 6: return few ? 2 : 1;
        default: return 1;
    }
}

#define SMALL(D, C, G) \
    KERNEL_FOR(most_blocks(D, C, G), advance_d##D##_c##C##_g##G, Advance, a) { advance_small<Bridge<D, C, true, false>, Drawn, D, G>(a); }
#define SMALL_EXACT(D, C) \
    KERNEL_FOR(D * C <= 4 ? 2 : 1, advance_d##D##_c##C##_g1_exact, Advance, a) { advance_small<Bridge<D, C, true, true>, Drawn, D, 1>(a); }
#define SMALL_STORED(D) \
    KERNEL_FOR(most_blocks(D, 0, 1), advance_d##D##_c0_g1_stored, Advance, a) { advance_small<Bridge<D, 0, true, false>, Stored, D, 1>(a); }

SMALL(1, 1, 1) SMALL(1, 1, 2) SMALL(1, 1, 3)
SMALL(1, 2, 1) SMALL(1, 2, 2) SMALL(1, 2, 3)
SMALL(1, 4, 1) SMALL(1, 4, 2) SMALL(1, 4, 3)

SMALL(2, 1, 1) SMALL(2, 1, 2) SMALL(2, 1, 3)
SMALL(2, 2, 1) SMALL(2, 2, 2) SMALL(2, 2, 3)
SMALL(2, 4, 1) SMALL(2, 4, 2) SMALL(2, 4, 3)

SMALL(4, 1, 1) SMALL(4, 2, 1) SMALL(4, 4, 1)
SMALL(8, 1, 1) SMALL(8, 2, 1) SMALL(8, 4, 1)

SMALL(1, 0, 1) SMALL(2, 0, 1) SMALL(4, 0, 1) SMALL(8, 0, 1)

SMALL_EXACT(1, 1) SMALL_EXACT(1, 2) SMALL_EXACT(1, 4)
SMALL_EXACT(2, 1) SMALL_EXACT(2, 2) SMALL_EXACT(2, 4)

KERNEL_FOR(1, advance_any_diagonal, Advance, a) { advance_any<Bridge<0, 0, true, false>, Drawn, Given>(a); }
KERNEL_FOR(1, advance_any_diagonal_exact, Advance, a) { advance_any<Bridge<0, 0, true, true>, Drawn, Given>(a); }
KERNEL_FOR(1, advance_any_rotated, Advance, a) { advance_any<Bridge<0, 0, false, false>, Drawn, Given>(a); }
KERNEL_FOR(1, advance_any_rotated_exact, Advance, a) { advance_any<Bridge<0, 0, false, true>, Drawn, Given>(a); }

SMALL_STORED(1) SMALL_STORED(2) SMALL_STORED(4) SMALL_STORED(8)

KERNEL_FOR(1, advance_any_diagonal_stored, Advance, a) { advance_any<Bridge<0, 0, true, false>, Stored, Given>(a); }
KERNEL_FOR(1, advance_any_diagonal_exact_stored, Advance, a) { advance_any<Bridge<0, 0, true, true>, Stored, Given>(a); }
KERNEL_FOR(1, advance_any_rotated_stored, Advance, a) { advance_any<Bridge<0, 0, false, false>, Stored, Given>(a); }
KERNEL_FOR(1, advance_any_rotated_exact_stored, Advance, a) { advance_any<Bridge<0, 0, false, true>, Stored, Given>(a); }
