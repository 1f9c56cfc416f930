// Entry points of models that are tapes: their starts, and steps of every guidance, one to a launch or many. Those with _scratch keep the
// slots of large tapes in global memory. backend.cuda.TapeKernels chooses among them by name.
#include "population_taped.cuh"

using namespace murmuration;

KERNEL_FOR(1, populate_taped, TapedPopulation, p) { populate_taped<SharedSlots>(p); }
KERNEL_FOR(1, populate_taped_scratch, TapedPopulation, p) { populate_taped<ScratchSlots>(p); }
KERNEL_FOR(1, tape_step, TapedAdvance, t) { advance_taped<Interpreted>(t, block(), SharedSlots::of_block(nullptr, 0)); }
KERNEL_FOR(1, tape_step_scratch, TapedAdvance, t) {
    advance_in_turn<Interpreted>(t, ScratchSlots::of_block(t.advance.scratch, t.advance.scratch_vectors));
}
KERNEL_FOR(2, tape_steps, Resident<TapedAdvance>, p) {
    advance_resident<Interpreted>(p.agents, p.feedback, p.residence, SharedSlots::of_block(nullptr, 0));
}
