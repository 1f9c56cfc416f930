// Entry points of models that are tapes: their starts, and one step of every guidance. Those with _scratch keep the slots of large tapes
// in global memory. backend.cuda.TapeKernels chooses among them by name.
#include "population_taped.cuh"

using namespace murmuration;

KERNEL_FOR(1, populate_taped, TapedPopulation, p) { populate_taped<SharedSlots>(p); }
KERNEL_FOR(1, populate_taped_scratch, TapedPopulation, p) { populate_taped<ScratchSlots>(p); }
KERNEL_FOR(1, tape_step, TapedAdvance, t) { advance_interpreted<SharedSlots>(t); }
KERNEL_FOR(1, tape_step_scratch, TapedAdvance, t) { advance_interpreted<ScratchSlots>(t); }
