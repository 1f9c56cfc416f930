// device_test KNOWN-ANSWERS: Philox on a real device against the published vectors, the roots and reciprocals of kernels/kernel.cuh against
// IEEE's in all of their use, and the four ways to advance a population (many steps in registers, in memory, one step after the other
// with feedback in between, many steps of blocks that wait for each other) against each other. Exit status 0: all agree, 1: something differs, 3: no usable device. Built by
// native-test/device/build.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "advance_any.cuh"
#include "advance_fed.cuh"
#include "advance_small.cuh"
#include "bridge.cuh"
#include "feedback.cuh"

using namespace murmuration;

KERNEL(advance_in_registers, Advance, a) { advance_small<Bridge<1, 2, true, false>, Drawn, 1, 1>(a); }
KERNEL(advance_in_memory, Advance, a) { advance_any<Bridge<0, 0, true, false>, Drawn, Given>(a); }
KERNEL(advance_one_step, Advance, a) { advance_fed<Bridge<1, 0, true, false>, 1>(a); }
KERNEL(feed_back_test, FeedBack, f) { feed_back<float>(f); }
KERNEL(advance_together, Resident<Advance>, p) { advance_resident<Bridge<1, 0, true, false>, 1>(p.agents, p.feedback, p.residence); }

#define CUDA(call)                                                                      \
    do {                                                                                \
        cudaError_t result = (call);                                                    \
        if (result != cudaSuccess) {                                                    \
            std::fprintf(stderr, "device_test: %s: %s\n", #call, cudaGetErrorString(result)); \
            std::exit(3);                                                               \
        }                                                                               \
    } while (0)

namespace {

constexpr int STEPS = 20;
constexpr long long TILES = 37;
constexpr int ROW = 8 + 4 + 2 + 10 + 3;  // one coordinate, two components

__global__ void keys_case(unsigned long long key, RoundKeys* keys) { *keys = round_keys(key); }

__global__ void philox_case(Words counter, unsigned long long key, Words* result) { *result = philox(counter, round_keys(key)); }

/** Counts the radii of normals, one for each of the 2^31 uniforms, and the reciprocals of numbers from 1 to 2^16 that are not IEEE's. */
__global__ void wrong_bits(unsigned long long* wrong) {
    unsigned stride = gridDim.x * blockDim.x;
    unsigned first = blockIdx.x * blockDim.x + threadIdx.x;
    unsigned long long found = 0;
    for (unsigned i = first; i < 1u << 31; i += stride) {
        float a = minus_two_log(uniform(i << 1));
        found += __float_as_int(sqrt_in_range(a)) != __float_as_int(__fsqrt_rn(a));
    }
    for (unsigned i = first; i < 16u << 23; i += stride) {
        float a = __int_as_float((int)(0x3f800000u + i));
        found += __float_as_int(reciprocal_in_range(a)) != __float_as_int(__frcp_rn(a));
    }
    atomicAdd(wrong, found);
}

/** Zeroed device memory. */
template <class T>
T* allocate(long long count) {
    T* memory = nullptr;
    CUDA(cudaMalloc(&memory, count * sizeof(T)));
    CUDA(cudaMemset(memory, 0, count * sizeof(T)));
    return memory;
}

template <class T>
std::vector<T> read(const T* memory, long long count) {
    std::vector<T> values(count);
    CUDA(cudaMemcpy(values.data(), memory, count * sizeof(T), cudaMemcpyDeviceToHost));
    return values;
}

int wrong_answers(const std::string& path) {
    std::ifstream file(path);
    Words* result = allocate<Words>(1);
    int wrong = file.good() ? 0 : 1;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line.substr(0, line.find('#')));
        unsigned w[10];
        int count = 0;
        while (count < 10 && words >> std::hex >> w[count]) {
            count++;
        }
        if (count == 10) {
            philox_case<<<1, 1>>>({{w[0], w[1], w[2], w[3]}}, w[4] | (unsigned long long)w[5] << 32, result);
            wrong += std::memcmp(read(result, 1)[0].w, w + 6, sizeof(Words)) != 0;
        }
    }
    return wrong;
}

/** The device's own. */
RoundKeys keys_of(unsigned long long key) {
    RoundKeys* keys = allocate<RoundKeys>(1);
    keys_case<<<1, 1>>>(key, keys);
    return read(keys, 1)[0];
}

/** A population under a made-up schedule. */
Advance population(unsigned blocks) {
    std::vector<float> rows(STEPS * ROW);
    for (std::size_t i = 0; i < rows.size(); i++) {
        rows[i] = 0.05f + 0.4f * (float)(i * 7919 % 101) / 101.0f;
    }
    Advance a = {};
    float* device_rows = allocate<float>(rows.size());
    CUDA(cudaMemcpy(device_rows, rows.data(), rows.size() * sizeof(float), cudaMemcpyHostToDevice));
    a.rows = device_rows;
    a.starts = allocate<float>(TILES * TILE);
    a.law = {nullptr, allocate<float>(1), allocate<float>(1), nullptr, nullptr, 0, 1, 1};  // all at 0
    a.states = allocate<float>(TILES * TILE);
    a.energies = allocate<float>(TILES * TILE);
    a.sums = allocate<float>(STEPS * 3 * TILES);
    a.offender = allocate<unsigned long long>(1);
    a.scratch = allocate<float>(blocks * 9LL * TILE);
    a.keys = keys_of(1);
    a.tiles = TILES;
    a.row_stride = STEPS * ROW;
    a.row_size = ROW;
    a.strides = {TILES, 3 * TILES, 3 * TILES};
    a.replicas = {TILES * TILE, TILES, 0, 0, 1, COLUMNS, 1};
    a.fed_count = 4;
    a.fed = allocate<float>(4);
    a.count = STEPS;
    a.guidances = a.dimension = 1;
    a.layout = {1, 1, STEERED, 0};
    a.components = 2;
    a.scratch_vectors = 9;
    return a;
}

/** States and tile sums. */
std::vector<float> outcome(const Advance& a) {
    CUDA(cudaDeviceSynchronize());
    std::vector<float> all = read(a.states, TILES * TILE);
    for (float sum : read(a.sums, STEPS * 3 * TILES)) {
        all.push_back(sum);
    }
    return all;
}

std::vector<float> advanced(void (*kernel)(const Advance), unsigned blocks) {
    Advance a = population(blocks);
    kernel<<<blocks, 256>>>(a);
    return outcome(a);
}

/** A feedback that feeds nothing: what it takes are the totals. It has made the first row. @param a its clock is overwritten */
FeedBack feed_nothing(Advance& a) {
    Clock begin = {0, 0, STEPS};
    Clock* clock = allocate<Clock>(1);
    CUDA(cudaMemcpy(clock, &begin, sizeof begin, cudaMemcpyHostToDevice));
    a.clock = clock;
    FeedBack f = {nullptr, allocate<double>(STEPS * 3), allocate<double>(1), const_cast<float*>(a.fed), a.rows, allocate<int>(5), nullptr,
            allocate<int>(1), clock, nullptr, nullptr, {}, a.replicas, STEPS * ROW, ROW, 3, TILES, 64, 1, 1, 1, a.layout, 1, ROW_SCALARS, 4,
            1, 3, 4, -1};
    feed_back_test<<<1, 256>>>(f);
    return f;
}

std::vector<float> advanced_step_by_step(unsigned blocks) {
    Advance a = population(blocks);
    FeedBack f = feed_nothing(a);
    a.count = 1;
    float* sums = a.sums;
    for (int k = 0; k < STEPS; k++) {
        a.first_step = a.steps_before = f.step = k;
        a.sums = sums + k * 3 * TILES;
        advance_one_step<<<blocks, 256>>>(a);
        f.in = a.sums;
        feed_back_test<<<1, 256>>>(f);
    }
    a.sums = sums;
    return outcome(a);
}

/** States alone: sums of two steps are left. The memory of a block has room for the sums, and for what is kept. */
std::vector<float> advanced_together(unsigned blocks) {
    constexpr int KEPT_FROM = 1024;
    Advance a = population(blocks);
    FeedBack f = feed_nothing(a);
    Resident<Advance> p = {a, f, {a.sums + 3 * TILES, allocate<unsigned>(1), {0, 0, STEPS}, STEPS, KEPT_FROM}};
    void* parameters[] = {&p};
    CUDA(cudaLaunchCooperativeKernel((const void*)advance_together, blocks, 256, parameters, 2 * KEPT_FROM * sizeof(float)));
    CUDA(cudaDeviceSynchronize());
    return read(a.states, TILES * TILE);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: device_test KNOWN-ANSWERS\n");
        return 2;
    }
    int devices = 0;
    CUDA(cudaGetDeviceCount(&devices));
    int wrong = wrong_answers(arguments[1]);
    unsigned long long* bits = allocate<unsigned long long>(1);
    wrong_bits<<<1024, 256>>>(bits);
    unsigned long long differ = read(bits, 1)[0];
    std::vector<float> small = advanced(advance_in_registers, TILES);
    std::vector<float> any = advanced(advance_in_memory, 5);
    std::vector<float> fed = advanced_step_by_step(TILES);
    std::vector<float> together = advanced_together(5);
    std::size_t size = small.size() * sizeof(float);
    bool same = std::memcmp(small.data(), any.data(), size) == 0 && std::memcmp(small.data(), fed.data(), size) == 0
            && std::memcmp(small.data(), together.data(), together.size() * sizeof(float)) == 0;
    std::printf("known answers wrong: %d; roots and reciprocals wrong: %llu; kernels agree: %s; x[0] = %a\n", wrong, differ,
            same ? "yes" : "no", small[0]);
    return wrong == 0 && differ == 0 && same ? 0 : 1;
}
