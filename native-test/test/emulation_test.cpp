// Whether the host build would notice: a race, and threads that wait for different things.
#include <stdexcept>
#include <thread>
#include <vector>

#include "check.h"
#include "launch.h"

struct Cell {
    float* value;
};

/** A missing barrier between writing and reading a neighbour's value. */
KERNEL(racing_kernel, Cell, c) {
    __shared__ float values[256];
    values[threadIdx.x] = static_cast<float>(threadIdx.x);
    c.value[threadIdx.x] = values[(threadIdx.x + 1) % 256];
    __syncthreads();
    values[threadIdx.x] = 0.0f;
}

/** Half of the threads miss the barrier. */
KERNEL(divergent_kernel, Cell, c) {
    c.value[threadIdx.x] = 0.0f;
    if (threadIdx.x < 128) {
        __syncthreads();
    }
}

KERNEL(shuffling_kernel, Cell, c) {
    c.value[threadIdx.x] = __shfl_down_sync(0xffffffffu, static_cast<float>(threadIdx.x), 16);
}

/** What one thread says at a barrier all hear, and nobody at the next. */
KERNEL(hearing_kernel, Cell, c) {
    bool any = __syncthreads_or(threadIdx.x == 7);
    c.value[threadIdx.x] = any && !__syncthreads_or(false) ? 1.0f : 0.0f;
}

namespace {

float sum_of(const char* kernel, device::Order order) {
    float values[256];
    Cell cell = {values};
    device::launch(device::find(kernel), 1, 256, &cell, order);
    float sum = 0.0f;
    for (float value : values) {
        sum += value;
    }
    return sum;
}

}  // namespace

void emulation() {
    CHECK(sum_of("racing_kernel", device::Order::FORWARD) != sum_of("racing_kernel", device::Order::REVERSE));
    bool noticed = false;
    try {
        sum_of("divergent_kernel", device::Order::FORWARD);
    } catch (const std::logic_error&) {
        noticed = true;
    }
    CHECK(noticed);
    CHECK(sum_of("hearing_kernel", device::Order::SHUFFLED) == 256.0f);
    // Several host threads launch side by side.
    std::vector<std::thread> hosts;
    for (int host = 0; host < 4; host++) {
        hosts.emplace_back([] {
            for (int launch = 0; launch < 20; launch++) {
                CHECK(sum_of("hearing_kernel", device::Order::FORWARD) == 256.0f);
            }
        });
    }
    for (std::thread& host : hosts) {
        host.join();
    }
    // Lanes 0 to 15 of each warp receive lane + 16, the others keep their own: both halves sum to that of the upper half.
    float upper_halves = 0.0f;
    for (int i = 0; i < 256; i++) {
        upper_halves += i % 32 >= 16 ? 2.0f * static_cast<float>(i) : 0.0f;
    }
    CHECK(sum_of("shuffling_kernel", device::Order::SHUFFLED) == upper_halves);
}
