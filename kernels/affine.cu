// Entry points of affine steps: affine_d<D>_g<G> for few coordinates and guidances at a time, and affine_any. With _stored they read their
// increments from memory: one guidance at a time. affine_d1_wide has two tiles to a block;
// affine_d1_wide_states keeps no energies, and has registers for one more of its blocks.
#include "advance_any.cuh"
#include "advance_small.cuh"
#include "advance_wide.cuh"
#include "affine.cuh"

using namespace murmuration;

/** Blocks on a multiprocessor that leave registers enough for D coordinates and G guidances. */
constexpr int most_affine_blocks(int d, int g) { return d * g == 1 ? 5 : d * g == 2 ? 3 : 2; }

#define SMALL_AFFINE(D, G) \
    KERNEL_FOR(most_affine_blocks(D, G), affine_d##D##_g##G, Advance, a) { advance_small<Affine<D>, Drawn, D, G>(a); }
#define AFFINE_STORED(D) \
    KERNEL_FOR(most_affine_blocks(D, 1), affine_d##D##_g1_stored, Advance, a) { advance_small<Affine<D>, Stored, D, 1>(a); }

SMALL_AFFINE(1, 1) SMALL_AFFINE(1, 2) SMALL_AFFINE(1, 3)
SMALL_AFFINE(2, 1) SMALL_AFFINE(2, 2) SMALL_AFFINE(2, 3)
SMALL_AFFINE(4, 1)

KERNEL_FOR(4, affine_d1_wide, Advance, a) { advance_wide<true>(a); }
KERNEL_FOR(5, affine_d1_wide_states, Advance, a) { advance_wide<false>(a); }

KERNEL_FOR(1, affine_any, Advance, a) { advance_any<Affine<0>, Drawn, Given>(a); }

AFFINE_STORED(1) AFFINE_STORED(2) AFFINE_STORED(4)
KERNEL_FOR(1, affine_any_stored, Advance, a) { advance_any<Affine<0>, Stored, Given>(a); }
