#include "problem.h"

#include <algorithm>
#include <cstring>
#include <random>

#include "check.h"

#include "advance_resident.cuh"
#include "labels.cuh"
#include "population.cuh"

namespace {

constexpr int STEPS = 5;

/** Shared memory of a block of lanes, bytes: as much as it may want. */
constexpr std::size_t LANE_MEMORY = 99 << 10;
constexpr unsigned long long SEED = 0x0123456789abcdefull;

using Floats = std::vector<float>;

template <class T>
std::vector<T> zeros(long long size) {
    return std::vector<T>(static_cast<std::size_t>(size));
}

/** Numbers in (from, to). */
Floats numbers(long long size, float from, float to, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> uniform(from, to);
    Floats values = zeros<float>(size);
    std::generate(values.begin(), values.end(), [&] { return uniform(random); });
    return values;
}

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

struct Arrays {
    long long padded;
    Floats starts, states, energies, start_sums, sums, rows, normals, scratch, rotations, means, factors, reference, fed;
    std::vector<signed char> labels, kept_labels;
    std::vector<unsigned> thresholds;
    std::vector<unsigned long long> counts;
    std::vector<int> firsts, own;
    std::vector<double> totals, departures;
    unsigned long long offender = ~0ull;
};

/** @param memory that the threads of a block share, bytes */
void launch(const std::string& name, long long blocks, const void* parameters, const Cut& cut, std::size_t memory = 0) {
    device::Entry kernel = device::find(name);
    CHECK(kernel != nullptr);
    device::launch(kernel, static_cast<unsigned>(blocks), 256, parameters, cut.order, memory);
}

/** Floats per row. */
long long row_size(const Shape& s) {
    long long bridge = 8 + 4 * s.d + s.components + 5LL * s.components * s.d + 3;
    return s.affine ? 8 + (3LL + 2LL * s.d) * s.d : bridge;
}

/** @param blocks that have scratch */
Arrays arrays(const Shape& s, long long tiles, unsigned blocks, float drift) {
    Arrays a;
    long long sum_size = 3LL * s.labels * s.d * replicas_of(s).beside;
    long long row = row_size(s);
    a.padded = tiles * 1024;
    a.starts = zeros<float>(a.padded * s.d);
    a.states = zeros<float>(a.padded * s.d * s.guidances);
    a.energies = zeros<float>(a.padded * s.guidances);
    a.labels = zeros<signed char>(a.padded);
    a.kept_labels = zeros<signed char>(a.padded);
    a.start_sums = zeros<float>(sum_size * tiles);
    a.sums = zeros<float>(STEPS * s.guidances * sum_size * tiles);
    a.rows = numbers(row * STEPS * s.guidances, 0.01f, 0.5f * drift, 1);
    a.normals = numbers(a.padded * s.d * STEPS, -1.5f, 1.5f, 6);
    a.scratch = zeros<float>(1024LL * blocks * (6 * s.d + s.components));
    a.rotations = numbers(1LL * s.components * s.d * s.d, -1.0f, 1.0f, 2);
    a.means = numbers(1LL * s.labels * s.d, -2.0f, 2.0f, 3);
    a.factors = numbers(1LL * s.labels * s.d * s.d, 0.1f, 1.0f, 4);
    a.reference = numbers(s.d, -1.0f, 1.0f, 5);
    for (int k = 1; k < s.labels; k++) {
        a.thresholds.push_back(static_cast<unsigned>(k * (0xffffffffull / static_cast<unsigned>(s.labels))));
    }
    a.counts = zeros<unsigned long long>(1LL * s.labels * s.replicas);
    return a;
}

murmuration::StartLaw law(const Shape& s, const Arrays& a) {
    return {a.thresholds.data(), a.means.data(), a.factors.data(), nullptr, nullptr, 0, s.labels, s.diagonal};
}

murmuration::SumStrides strides(const Shape& s, long long tiles) {
    long long slots = tiles * replicas_of(s).beside;
    long long guidance = 3LL * s.labels * s.d * slots;
    return {slots, guidance, guidance * s.guidances};
}

/** Starts and labels are kept for kernels with feeds, which read them; the others draw them anew. */
void start(const Shape& s, Arrays& a, long long tiles, bool kept, const Cut& cut) {
    murmuration::Replicas replicas = replicas_of(s);
    murmuration::Population population = {
            law(s, a), a.reference.data(), kept ? a.starts.data() : nullptr, kept ? a.kept_labels.data() : nullptr, a.states.data(),
            a.energies.data(), a.start_sums.data(), SEED, tiles, replicas, s.guidances, s.d, {s.labels, s.d, murmuration::STEERED, 0}};
    launch("populate_tiles", tiles, &population, cut);
    murmuration::Labels labels = {law(s, a), a.labels.data(), a.counts.data(), SEED, 0, tiles, replicas, s.labels};
    device::launch(device::find("label_agents"), cut.blocks, 256, &labels, cut.order);
}

/** What ends steps without feeds. @param a modified by what takes it */
murmuration::FeedBack no_feeds(const Shape& s, Arrays& a, const murmuration::Clock& clock, int fed_count) {
    long long row = row_size(s);
    murmuration::Replicas replicas = replicas_of(s);
    long long tiles_each = replicas.tiles_each;
    auto places = static_cast<int>(a.padded / 1024 / tiles_each * replicas.beside);
    long long vectors = 3LL * s.guidances * s.labels * s.d;
    a.firsts.resize(static_cast<std::size_t>(s.guidances * fed_count + 1));
    a.own.resize(static_cast<std::size_t>(s.guidances));
    for (int g = 0; g < s.guidances; g++) {
        a.own[static_cast<std::size_t>(g)] = g * s.d;
    }
    a.totals.resize(static_cast<std::size_t>(STEPS * vectors * places));
    a.departures.resize(static_cast<std::size_t>(s.replicas * s.guidances * s.d));
    return {nullptr, a.totals.data(), a.departures.data(), a.fed.data(), a.rows.data(), a.firsts.data(), nullptr, a.own.data(), &clock,
            nullptr, nullptr, {}, replicas, STEPS * row, row, vectors * places, tiles_each, 1, 2, places, s.guidances,
            {s.labels, s.d, murmuration::STEERED, 0}, s.d, 8, fed_count, s.guidances * s.d, 0, 0, -1};
}

/** Takes two steps in one launch, or the last one. Sums of both are kept where those of single steps are. */
void step_together(
        const std::string& kernel, const murmuration::Advance& advance, const murmuration::FeedBack& feedback, long long sums, const Cut& cut) {
    constexpr int KEPT_FROM = 4096;
    unsigned arrivals = 0;
    int steps = std::min(2, STEPS - advance.clock->steps_before);
    murmuration::Resident<murmuration::Advance> p = {
            advance, feedback, {advance.sums + sums, &arrivals, *advance.clock, steps, KEPT_FROM}};
    device::launch(device::find(kernel), cut.blocks, 256, &p, cut.order, 2 * KEPT_FROM * sizeof(float), true);
}

}  // namespace

bool operator==(const Outcome& a, const Outcome& b) {
    return same(a.states, b.states) && same(a.energies, b.energies) && same(a.labels, b.labels) && same(a.sums, b.sums)
            && same(a.counts, b.counts) && a.offender == b.offender;
}

murmuration::Replicas replicas_of(const Shape& s) {
    bool whole = s.replicas == 1 || s.agents > 1024;
    int columns = whole ? 256 : static_cast<int>((s.agents + 3) / 4);
    return {s.agents, (s.agents + 1023) / 1024, 0, 0, s.replicas, columns, 256 / columns};
}

Outcome run(const Shape& s, const std::string& kernel, int width, const Cut& cut, float drift) {
    murmuration::Replicas replicas = replicas_of(s);
    long long tiles = replicas.tiles_each * ((s.replicas + replicas.beside - 1) / replicas.beside);
    bool lanes = kernel.rfind("lanes", 0) == 0;
    bool loops = lanes || kernel.find("_any") != std::string::npos;
    Arrays a = arrays(s, tiles, cut.blocks, drift);
    bool fed = width == 0;
    start(s, a, tiles, fed, cut);
    CHECK(!fed || s.labels == 1 || same(a.labels, a.kept_labels));
    long long row = row_size(s);
    long long sums = static_cast<long long>(a.sums.size()) / STEPS;
    int fed_count = s.affine ? 3 * s.d : s.components > 0 ? 4 * s.d : 2 + 2 * s.d;
    a.fed = zeros<float>(1LL * s.guidances * s.replicas * fed_count);
    bool together = kernel.find("_steps") != std::string::npos;
    long long blocks = loops ? cut.blocks : fed ? tiles * s.guidances : tiles;
    int most = together ? 2 : fed ? 1 : cut.steps_per_launch;
    for (int k = 0; k < STEPS; k += most) {
        murmuration::Clock clock = {1000 + k, k, STEPS};
        murmuration::FeedBack feedback = no_feeds(s, a, clock, fed_count);
        if (fed) {
            device::launch(device::find("feed_back_tiles"), cut.blocks, 256, &feedback, cut.order);
        }
        for (int g = 0; g < s.guidances; g += fed ? s.guidances : width) {
            murmuration::Advance advance = {
                    a.rows.data() + g * STEPS * row, a.fed.data(), &clock, fed ? a.starts.data() : nullptr,
                    fed && s.labels > 1 ? a.kept_labels.data() : nullptr, a.states.data() + g * a.padded * s.d, s.energies ? a.energies.data() + g * a.padded : nullptr,
                    s.diagonal ? nullptr : a.rotations.data(), a.sums.data() + k * sums + g * strides(s, tiles).guidance, &a.offender,
                    cut.stored && !together ? a.normals.data() + k * a.padded * s.d : nullptr, a.scratch.data(),
                    murmuration::round_keys(SEED), tiles, STEPS * row, strides(s, tiles), law(s, a), replicas, static_cast<unsigned>(row), fed_count, fed ? 0 : 1000 + k, fed ? 0 : k,
                    std::min(most, STEPS - k), s.scheme,
                    s.guidances, s.d, s.components, {s.labels, s.d, murmuration::STEERED, 0}, 6 * s.d + s.components};
            if (together) {
                step_together(kernel, advance, feedback, sums, cut);
            } else {
                launch(kernel, blocks, &advance, cut, lanes ? LANE_MEMORY : 0);
            }
        }
    }
    a.sums.insert(a.sums.end(), a.start_sums.begin(), a.start_sums.end());
    return {a.states, a.energies, a.labels, a.sums, a.counts, a.offender};
}
