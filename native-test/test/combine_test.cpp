#include <algorithm>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

#include "check.h"
#include "launch.h"

#include "combine.cuh"

struct Here {
    const float* in;  // [vectors][count]
    double* totals;   // [vectors], overwritten
    int vectors;
    int count;
    int room;         // floats of the block's memory before it
};

KERNEL(combine_in_block, Here, h) {
    BLOCK_MEMORY(memory);
    for (int i = static_cast<int>(threadIdx.x); i < h.vectors * h.count; i += murmuration::GROUP) {
        memory[i] = h.in[i];
    }
    __syncthreads();
    double* totals = murmuration::combine_here(memory, reinterpret_cast<double*>(memory + h.room), h.vectors, h.count);
    for (int v = static_cast<int>(threadIdx.x); v < h.vectors; v += murmuration::GROUP) {
        h.totals[v] = totals[v];
    }
}

namespace {

/** ensemble.SumTree.combine of one vector, as it is written there. */
double tree(std::vector<double> values) {
    for (std::size_t stride = 1; stride < values.size(); stride *= 2) {
        for (std::size_t i = 0; i + stride < values.size(); i += 2 * stride) {
            values[i] += values[i + stride];
        }
    }
    return values[0];
}

std::vector<double> combined(const std::vector<float>& in, long long vectors, long long count) {
    std::vector<double> totals(static_cast<std::size_t>(vectors * ((count + 255) / 256)));
    std::vector<double> further(totals.size());
    const void* from = in.data();
    const char* kernel = "combine_tiles";
    do {
        int width = 1;
        while (width < count && width < 256) {
            width *= 2;
        }
        murmuration::Combine c = {from, totals.data(), vectors, count, (count + 255) / 256, width};
        device::launch(device::find(kernel), 3, 256, &c);
        kernel = "combine_totals";
        std::swap(totals, further);
        from = further.data();
        count = c.groups;
    } while (count > 1);
    further.resize(static_cast<std::size_t>(vectors));
    return further;
}

/** The same by one block. */
std::vector<double> combined_in_block(const std::vector<float>& in, int vectors, int count) {
    std::vector<double> totals(static_cast<std::size_t>(vectors));
    int room = (vectors * count + 1) / 2 * 2;
    Here here = {in.data(), totals.data(), vectors, count, room};
    // A seventh of the numbers, and a number more for each vector and pass, of twice their size.
    std::size_t floats = static_cast<std::size_t>(room + 2 * vectors * (count / 7 + 5));
    device::launch(device::find("combine_in_block"), 1, 256, &here, device::Order::SHUFFLED, sizeof(float) * floats);
    return totals;
}

}  // namespace

/** Totals over tiles, in as many passes as they need, and by one block; of numbers so far apart that their order shows. */
void totals() {
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    for (long long count : {1, 2, 3, 33, 255, 256, 257, 1000, 65536, 65537, 70001}) {
        std::vector<float> in(static_cast<std::size_t>(3 * count));
        std::generate(in.begin(), in.end(), [&] { return std::ldexp(normal(random), static_cast<int>(random() % 61) - 30); });
        std::vector<double> out = combined(in, 3, count);
        for (long long v = 0; v < 3; v++) {
            CHECK(out[static_cast<std::size_t>(v)]
                    == tree(std::vector<double>(in.begin() + v * count, in.begin() + (v + 1) * count)));
        }
        if (count <= 1000) {
            CHECK(out == combined_in_block(in, 3, static_cast<int>(count)));
        }
    }
    CHECK(std::signbit(combined_in_block({-0.0f, -0.0f, -0.0f}, 1, 3)[0]));
}
