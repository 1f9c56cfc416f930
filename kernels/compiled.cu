// The steps of a model that is a tape, compiled when it is needed: kept as PTX, which backend.cuda.StepPtx completes.
#include "advance_compiled.cuh"

using namespace murmuration;

KERNEL_FOR(1, tape_step_compiled, TapedAdvance, t) { advance_taped<Compiled>(known(t), block(), nullptr); }
KERNEL_FOR(2, tape_steps_compiled, Resident<TapedAdvance>, p) {
    advance_resident<Compiled>(known(p.agents), known(p.feedback), p.residence, nullptr);
}
