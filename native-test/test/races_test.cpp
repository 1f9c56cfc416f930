// Kernels with races, for the build under the race detector: it must report each of them.
#include <string>
#include <vector>

#include "launch.h"

/** Of a block: few enough for every detector to tell them apart. */
constexpr unsigned THREADS = 64;

struct Floats {
    float* value;
};

/** Blocks write the same place in global memory. */
KERNEL(blocks_race, Floats, f) {
    if (threadIdx.x == 0) {
        *f.value = static_cast<float>(blockIdx.x);
    }
}

/** A barrier orders what comes before it with what comes after it, not what all of its threads do next. */
KERNEL(race_after_barrier, Floats, f) {
    __shared__ float values[THREADS];
    values[threadIdx.x] = 0.0f;
    __syncthreads();
    values[threadIdx.x] += 1.0f;
    f.value[threadIdx.x] = values[(threadIdx.x + 1) % THREADS];
    __syncthreads();
}

/** A shuffle passes a value and orders no memory. */
KERNEL(race_across_shuffle, Floats, f) {
    __shared__ float values[THREADS];
    values[threadIdx.x] = __shfl_down_sync(0xffffffffu, static_cast<float>(threadIdx.x), 1);
    __shfl_down_sync(0xffffffffu, 0.0f, 1);
    f.value[threadIdx.x] = values[threadIdx.x ^ 1];
}

/** __syncwarp orders the lanes of a warp, not warps. */
KERNEL(warps_race, Floats, f) {
    __shared__ float values[THREADS];
    values[threadIdx.x] = static_cast<float>(threadIdx.x);
    __syncwarp();
    f.value[threadIdx.x] = values[(threadIdx.x + 32) % THREADS];
}

/** Blocks that meet are ordered by it, not what they do next. */
KERNEL(race_after_meeting, Floats, f) {
    auto* number = reinterpret_cast<unsigned*>(f.value + 1);
    if (threadIdx.x == 0) {
        f.value[2 + blockIdx.x] = 1.0f;
        announce(number);
        wait_for(number, gridDim.x);
        *f.value += f.value[3 - blockIdx.x];
    }
}

void race(const std::string& kernel, unsigned blocks) {
    std::vector<float> values(THREADS);
    Floats floats = {values.data()};
    device::launch(device::find(kernel), blocks, THREADS, &floats, device::Order::FORWARD, 0, true);
}
