// A model that is a tape, from its starts over the steps to what its means do: the same bits in any order of threads, any grid, wherever
// slots are, and one step or many to a launch. What they should be is told by the tests of the Java reference.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "check.h"
#include "launch.h"

#include "feedback.cuh"
#include "labels.cuh"
#include "population_taped.cuh"

namespace {

using murmuration::Instruction;
using murmuration::OperandPlace;
using murmuration::Operation;

constexpr int STEPS = 4;
constexpr int D = 2;
constexpr int SOURCES = 1;
constexpr unsigned long long SEED = 42;
constexpr int TIME = 8;      // the one function of time in a row
constexpr int FED_FROM = 9;  // four references, one value of the replica
constexpr int ENTRIES = 5;
constexpr int ROW = FED_FROM + ENTRIES;
constexpr int SHARED = 4;
constexpr int AVERAGES = 3;
constexpr int STATE = 3 + AVERAGES;
constexpr murmuration::SumLayout LAYOUT = {2, D, murmuration::UNSTEERED, 2};

constexpr unsigned at(OperandPlace place, unsigned index) {
    return static_cast<unsigned>(place) << murmuration::OPERAND_BITS | index;
}

constexpr Instruction instruction(Operation operation, unsigned operands, unsigned slot, unsigned a, unsigned b = 0, unsigned c = 0) {
    return {static_cast<unsigned>(operation) | operands << 8 | slot << 16, a, b, c};
}

constexpr unsigned NORMAL_SLOT = 3;
constexpr unsigned LABEL_SLOT = 4;
constexpr unsigned COPY_SLOT = 5;
constexpr int SLOTS = 6;

// x_0' = c x_0 + (mark + shared xi), x_1' = x_0, feature tanh(x_0'), cost x_0'^2 + label.
const std::vector<Instruction> STEP = {
        instruction(Operation::FMA, 3, 0, at(OperandPlace::FED, SHARED), NORMAL_SLOT, at(OperandPlace::MARK, 0)),
        instruction(Operation::FMA, 3, 0, at(OperandPlace::TIME, TIME), at(OperandPlace::STATE, 0), 0),
        instruction(Operation::TANH, 1, 1, 0),
        instruction(Operation::FMA, 3, 2, 0, 0, LABEL_SLOT),
        instruction(Operation::MIN, 2, COPY_SLOT, at(OperandPlace::STATE, 0), at(OperandPlace::STATE, 0)),
        {}};
const std::vector<unsigned> STEP_OUTPUTS = {0, COPY_SLOT, 1, 2};

// Agents start at x_0, |x_1| with feature tanh(x_0) + label.
const std::vector<Instruction> START = {
        instruction(Operation::TANH, 1, 0, at(OperandPlace::STATE, 0)), instruction(Operation::ADD, 2, 0, 0, 2),
        instruction(Operation::ABS, 1, 1, at(OperandPlace::STATE, 1)), {}};
const std::vector<unsigned> START_OUTPUTS = {at(OperandPlace::STATE, 0), 1, 0};

// A variance plus a common normal; slots 1 to 3 are the averages, 4 the normal.
const std::vector<Instruction> REPLICA = {instruction(Operation::ADD, 2, 0, 2, 4), {}};
const std::vector<unsigned> REPLICA_OUTPUTS = {0};
const std::vector<murmuration::Average> MEANS = {{0, -1, -1, 0, -1}, {0, 0, 0, 0, -1}, {2, -1, -1, 2, -1}};

// References follow the means.
const std::vector<int> FIRSTS = {0, 1, 2, 3, 3, 3};
const std::vector<murmuration::Feed> FEEDS = {{7, 0, -1}, {7, 1, -1}, {7, 2, -1}};
const std::vector<int> OWN = {0};

const std::vector<murmuration::MarkLaw> LAWS = {{2, 2, 0, 0}};  // Cauchy
const std::vector<float> LAW_NUMBERS = {0.5f, 0.01f};
const std::vector<unsigned> THRESHOLDS = {0x80000000u};
const std::vector<float> START_MEANS = {-1, 0, 1, 2};
const std::vector<float> FACTORS = {1, 0.5f, 0.25f, 1};
const std::vector<float> REFERENCE = {0.25f, 0, 0.5f, 0};

/** How the work is cut up. */
struct Way {
    device::Order order;
    unsigned scratch_blocks;       // 0: slots in shared memory
    unsigned resident_blocks = 0;  // 0: launches of one step
};

struct World {
    murmuration::Replicas replicas;
    long long tiles;
    std::vector<float> states, energies, marks, sums, rows, fed, scratch;
    std::vector<signed char> labels;
    std::vector<double> totals, feedback;
    std::vector<unsigned long long> counts;
    unsigned long long offender = ~0ull;

    World(long long agents, int count)
        : replicas{agents, (agents + 1023) / 1024, 0, 0, count, count == 1 || agents > 1024 ? 256 : static_cast<int>((agents + 3) / 4), 1} {
        replicas.beside = 256 / replicas.columns;
        tiles = replicas.tiles_each * ((count + replicas.beside - 1) / replicas.beside);
        auto padded = static_cast<std::size_t>(tiles * 1024);
        states.resize(D * padded);
        energies.resize(padded);
        marks.resize(padded);
        labels.resize(padded);
        sums.resize(static_cast<std::size_t>(LAYOUT.size() * tiles * replicas.beside));
        rows.resize(STEPS * ROW, 0.5f);
        fed.resize(static_cast<std::size_t>(count * ENTRIES));
        scratch.resize(8 * 1024 * SLOTS);
        totals.resize(static_cast<std::size_t>(STEPS * LAYOUT.size() * places()));
        feedback.resize(static_cast<std::size_t>(count * STATE), 0.125);
        counts.resize(static_cast<std::size_t>(count * LAYOUT.labels));
    }

    int places() const { return static_cast<int>(tiles / replicas.tiles_each) * replicas.beside; }

    bool operator==(const World& other) const {
        auto same = [](const auto& a, const auto& b) { return std::memcmp(a.data(), b.data(), a.size() * sizeof a[0]) == 0; };
        return same(states, other.states) && same(energies, other.energies) && same(marks, other.marks) && same(sums, other.sums)
                && same(fed, other.fed) && same(totals, other.totals) && same(feedback, other.feedback) && same(counts, other.counts)
                && offender == other.offender;
    }
};

murmuration::Tape tape(const std::vector<Instruction>& code, const std::vector<unsigned>& outputs, int slots) {
    return {code.data(), outputs.data(), static_cast<int>(code.size()) - 1, slots};
}

murmuration::StartLaw law() { return {THRESHOLDS.data(), START_MEANS.data(), FACTORS.data(), nullptr, nullptr, 0, 2, 1}; }

void launch(const std::string& name, const World& w, int slots, const void* parameters, const Way& way) {
    device::Entry kernel = device::find(name + (way.scratch_blocks > 0 ? "_scratch" : ""));
    CHECK(kernel != nullptr);
    unsigned blocks = way.scratch_blocks > 0 ? way.scratch_blocks : static_cast<unsigned>(w.tiles);
    std::size_t vectors = way.scratch_blocks > 0 ? 0 : static_cast<std::size_t>(slots);
    device::launch(kernel, blocks, 256, parameters, way.order, 1024 * vectors * sizeof(float));
}

void populate(World& w, const Way& way) {
    murmuration::TapedPopulation p = {
            {law(), REFERENCE.data(), nullptr, w.labels.data(), w.states.data(), w.energies.data(), w.sums.data(), SEED, w.tiles,
             w.replicas, 1, D, LAYOUT},
            tape(START, START_OUTPUTS, 3), {LAWS.data(), nullptr, LAW_NUMBERS.data(), w.marks.data(), 1}, nullptr, REFERENCE.data(),
            w.scratch.data(), 1, 2, SLOTS};
    launch("populate_taped", w, 3, &p, way);
    murmuration::Labels labels = {law(), nullptr, w.counts.data(), SEED, 0, w.tiles, w.replicas, LAYOUT.labels};
    device::launch(device::find("label_agents"), 2, 256, &labels, way.order);
}

constexpr int TOGETHER = 2;

/** @param in null before the first step */
murmuration::FeedBack feed_back(World& w, const murmuration::Clock& clock, const float* in) {
    murmuration::ReplicaTape replica = {tape(REPLICA, REPLICA_OUTPUTS, 5), SEED, 1, 1, AVERAGES, 1, 2};
    return {in, w.totals.data(), w.feedback.data(), w.fed.data(), w.rows.data(), FIRSTS.data(), FEEDS.data(),
            OWN.data(), &clock, MEANS.data(), reinterpret_cast<const long long*>(w.counts.data()), replica, w.replicas, STEPS * ROW, ROW,
            1LL * LAYOUT.size() * w.places(), w.replicas.tiles_each, 4, TOGETHER, w.places(), 1, LAYOUT, 3, FED_FROM, ENTRIES, STATE, 0, SHARED, in == nullptr ? -1 : 0};
}

void feed(World& w, const murmuration::Clock& clock, bool first, const Way& way) {
    murmuration::FeedBack f = feed_back(w, clock, first ? nullptr : w.sums.data());
    device::launch(device::find("feed_back_tiles"), 2, 256, &f, way.order, TOGETHER * 5 * sizeof(float));
}

murmuration::TapedAdvance advance(World& w, const murmuration::Clock& clock) {
    murmuration::TapedAdvance t = {};
    murmuration::Advance& a = t.advance;
    a.rows = w.rows.data();
    a.fed = w.fed.data();
    a.clock = &clock;
    a.labels = w.labels.data();
    a.states = w.states.data();
    a.energies = w.energies.data();
    a.sums = w.sums.data();
    a.offender = &w.offender;
    a.scratch = w.scratch.data();
    a.keys = murmuration::round_keys(SEED);
    a.tiles = w.tiles;
    a.row_stride = STEPS * ROW;
    a.row_size = ROW;
    a.strides.kind = w.tiles * w.replicas.beside;
    a.strides.guidance = a.strides.step = LAYOUT.size() * a.strides.kind;
    a.law = law();
    a.replicas = w.replicas;
    a.fed_count = ENTRIES;
    a.count = a.guidances = 1;
    a.dimension = D;
    a.layout = LAYOUT;
    a.scratch_vectors = SLOTS;
    t.tape = tape(STEP, STEP_OUTPUTS, SLOTS);
    t.marks = w.marks.data();
    t.given_from = NORMAL_SLOT;
    t.sources = SOURCES;
    t.noise_per_step = 2;
    t.label_slot = LABEL_SLOT;
    return t;
}

void step(World& w, const murmuration::Clock& clock, const Way& way) {
    murmuration::TapedAdvance t = advance(w, clock);
    launch("tape_step", w, SLOTS, &t, way);
}

/** Steps k, ..., k + count - 1 in one launch. Behind the slots of a block, 4 KiB of it are enough for what it keeps. */
void steps(World& w, int k, int count, const Way& way) {
    std::vector<float> others(w.sums.size());
    unsigned arrivals = 0;
    murmuration::Clock clock = {k, k, STEPS};
    constexpr int SLOT_FLOATS = 1024 * SLOTS;
    murmuration::Resident<murmuration::TapedAdvance> p = {
            advance(w, clock), feed_back(w, clock, nullptr), {others.data(), &arrivals, clock, count, SLOT_FLOATS}};
    device::launch(
            device::find("tape_steps"), way.resident_blocks, 256, &p, way.order, 4 * SLOT_FLOATS + 4096, true);
}

World run(long long agents, int replicas, const Way& way) {
    World w(agents, replicas);
    populate(w, way);
    feed(w, {0, 0, STEPS}, true, way);
    for (int k = 0; way.resident_blocks == 0 && k < STEPS; k++) {
        murmuration::Clock clock = {k, k, STEPS};
        step(w, clock, way);
        feed(w, clock, false, way);
    }
    if (way.resident_blocks > 0) {
        steps(w, 0, STEPS - 1, way);
        steps(w, STEPS - 1, 1, way);
    }
    return w;
}

}  // namespace

void tapes() {
    for (auto [agents, replicas] : {std::pair<long long, int>{2500, 1}, {100, 13}, {1500, 2}}) {
        World expected = run(agents, replicas, {device::Order::FORWARD, 0});
        CHECK(std::isfinite(expected.totals[0]) && expected.offender == ~0ull);
        CHECK(expected.states[0] != expected.states[1] && expected.fed[SHARED] != 0.5f);
        CHECK(expected == run(agents, replicas, {device::Order::REVERSE, 0}));
        CHECK(expected == run(agents, replicas, {device::Order::SHUFFLED, 2}));
        CHECK(expected == run(agents, replicas, {device::Order::FORWARD, 4}));
        CHECK(expected == run(agents, replicas, {device::Order::REVERSE, 0, 2}));
    }
}
