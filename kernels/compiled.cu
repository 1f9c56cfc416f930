// The step of a model that is a tape, compiled when it is needed: kept as PTX, which backend.cuda.StepPtx completes.
#include "advance_compiled.cuh"

using namespace murmuration;

KERNEL_FOR(1, tape_step_compiled, TapedAdvance, t) { advance_compiled(t); }
