// Entry points of the kernels that step populations whose means act on their rows: fed_d<D> and fed_any_* of bridges, with any number of
// components, affine_fed_d<D> and affine_fed_any. Increments are drawn, or read where they lie in memory. A launch is one step; those with
// _steps take many. backend.cuda.KernelSet chooses among them by name.
#include "advance_any.cuh"
#include "advance_fed.cuh"
#include "affine.cuh"
#include "bridge.cuh"

using namespace murmuration;

#define FED(BLOCKS, D) KERNEL_FOR(BLOCKS, fed_d##D, Advance, a) { advance_fed<Bridge<D, 0, true, false>, D>(a); }
#define FED_AFFINE(BLOCKS, D) KERNEL_FOR(BLOCKS, affine_fed_d##D, Advance, a) { advance_fed<Affine<D>, D>(a); }

FED(2, 1) FED(2, 2) FED(1, 4) FED(1, 8)
FED_AFFINE(4, 1) FED_AFFINE(3, 2) FED_AFFINE(2, 4)

KERNEL_FOR(2, fed_d1_steps, Resident<Advance>, p) { advance_resident<Bridge<1, 0, true, false>, 1>(p.agents, p.feedback, p.residence); }
KERNEL_FOR(2, affine_fed_d1_steps, Resident<Advance>, p) { advance_resident<Affine<1>, 1>(p.agents, p.feedback, p.residence); }

KERNEL_FOR(1, fed_any_diagonal, Advance, a) { advance_any<Bridge<0, 0, true, false>, Either, Fed>(a); }
KERNEL_FOR(1, fed_any_diagonal_exact, Advance, a) { advance_any<Bridge<0, 0, true, true>, Either, Fed>(a); }
KERNEL_FOR(1, fed_any_rotated, Advance, a) { advance_any<Bridge<0, 0, false, false>, Either, Fed>(a); }
KERNEL_FOR(1, fed_any_rotated_exact, Advance, a) { advance_any<Bridge<0, 0, false, true>, Either, Fed>(a); }
KERNEL_FOR(1, affine_fed_any, Advance, a) { advance_any<Affine<0>, Either, Fed>(a); }
