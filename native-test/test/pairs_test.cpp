// Means over partners against plain loops in the order of ensemble.PartnerChoice, in any order of threads and any grid.
#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "check.h"
#include "launch.h"

#include "pair_batch.cuh"
#include "pair_means.cuh"
#include "pair_sums.cuh"

using namespace murmuration;

namespace {

constexpr int D = 2;
constexpr int WIDTH = 3;  // two coordinates and the label
constexpr int VALUES = 2;
constexpr int SLOTS = 2 + VALUES;
constexpr int BLOCKS = 3;
constexpr int BATCH_SIZE = 3;
constexpr float SHARED = 0.75f;
constexpr double RADIUS = 0.125;

constexpr unsigned at(OperandPlace place, unsigned index) { return static_cast<unsigned>(place) << OPERAND_BITS | index; }

constexpr Instruction instruction(Operation operation, unsigned operands, unsigned slot, unsigned a, unsigned b = 0, unsigned c = 0) {
    return {static_cast<unsigned>(operation) | operands << 8 | slot << 16, a, b, c};
}

// K_0 = y_0 - x_0 and K_1 = K_0 x_1 + shared label of the partner.
const std::vector<Instruction> CODE = {
        instruction(Operation::SUBTRACT, 2, 0, at(OperandPlace::OTHER, 0), at(OperandPlace::OWN, 0)),
        instruction(Operation::MULTIPLY, 2, 1, at(OperandPlace::FED, 0), at(OperandPlace::OTHER, 2)),
        instruction(Operation::FMA, 3, 1, 0, at(OperandPlace::OWN, 1), 1), {}};
const std::vector<unsigned> OUTPUTS = {0, 1};
const std::vector<unsigned> COLUMNS_READ = {at(OperandPlace::STATE, 0), at(OperandPlace::STATE, 1), at(OperandPlace::SLOT, 0)};

struct World {
    Replicas replicas;
    long long tiles, all, padded;
    CellGrid grid = {};
    Clock clock = {5, 0, 1};
    std::vector<float> states, table, runs, means, scratch, row = {0}, fed;
    std::vector<signed char> labels;
    std::vector<double> sums;
    std::vector<unsigned> shifts, cells[2], order[2], counts, begins;

    World(long long agents, int count) : replicas{agents, (agents + TILE - 1) / TILE, 0, 0, count, COLUMNS, 1} {
        if (agents <= TILE) {
            replicas.columns = static_cast<int>((agents + ROWS - 1) / ROWS);
        }
        replicas.beside = COLUMNS / replicas.columns;
        tiles = replicas.tiles_each * ((count + replicas.beside - 1) / replicas.beside);
        all = agents * count;
        padded = tiles * TILE;
        grid.axes[0] = {-1.0, 16.0, 8.0, 0, 16};
        grid.axes[1] = {0.0, 0.0, 1 / RADIUS, 1, 8};
        grid.dimension = D;
        grid.cells = 128;
        grid.neighbours = 9;
        states.resize(of(D * padded));
        labels.resize(of(padded));
        std::mt19937 random(3);
        std::uniform_real_distribution<float> uniform(-1, 1);
        std::generate(states.begin(), states.end(), [&] { return uniform(random); });
        std::generate(labels.begin(), labels.end(), [&] { return static_cast<signed char>(random() % 3); });
        table.resize(of(all * WIDTH));
        runs.resize(of(all * VALUES * 3));
        means.resize(of(VALUES * padded));
        scratch.resize(of(BLOCKS * SLOTS * TILE));
        fed.assign(of(count), SHARED);
        sums.resize(of(all * VALUES));
        shifts.resize(of(count * BATCH_SIZE));
        for (int i = 0; i < 2; i++) {
            cells[i].resize(of(all));
            order[i].resize(of(all));
        }
        counts.resize(of((all + TILE - 1) / TILE * DIGITS));
        begins.resize(of(count * grid.cells + 1));
    }

    static std::size_t of(long long size) { return static_cast<std::size_t>(size); }
    float state(long long number, int j) const {
        return states[of(j * padded + replicas.place(number / replicas.agents, number % replicas.agents))];
    }
    float label(long long number) const {
        return labels[of(replicas.place(number / replicas.agents, number % replicas.agents))] + 1.0f;
    }
    float mean(int f, long long number) const {
        return means[of(f * padded + replicas.place(number / replicas.agents, number % replicas.agents))];
    }
};

void launch(const char* name, unsigned blocks, const void* parameters, device::Order order) {
    device::launch(device::find(name), blocks, 256, parameters, order);
}

/** Two digits, so that the order is in the first arrays again. */
void sort(World& w, device::Order order) {
    PairCells cells = {w.states.data(), w.cells[0].data(), w.order[0].data(), w.padded, w.replicas, w.grid};
    launch("pair_cells", 2, &cells, order);
    for (int pass = 0; pass < 2; pass++) {
        CellSort s = {w.cells[pass].data(), w.order[pass].data(), w.cells[1 - pass].data(), w.order[1 - pass].data(), w.counts.data(),
                w.all, pass * DIGIT_BITS};
        launch("cell_counts", 2, &s, order);
        launch("cell_places", 1, &s, order);
        launch("cell_sort", 2, &s, order);
    }
    CellBegins begins = {w.cells[0].data(), w.begins.data(), w.all, w.replicas.count * w.grid.cells};
    launch("cell_begins", 2, &begins, order);
}

World run(long long agents, int count, Partners kind, device::Order order) {
    World w(agents, count);
    bool within = kind == Partners::WITHIN;
    if (within) {
        sort(w, order);
    }
    if (kind == Partners::BATCH) {
        PairShifts shifts = {w.shifts.data(), &w.clock, 42, w.replicas, BATCH_SIZE, 0};
        launch("pair_shifts", 1, &shifts, order);
    }
    const unsigned* numbers = within ? w.order[0].data() : nullptr;
    PairTable table = {w.states.data(), nullptr, w.labels.data(), COLUMNS_READ.data(), numbers, w.table.data(), w.padded, w.replicas, WIDTH};
    launch("pair_table", 2, &table, order);
    int runs = within ? 0 : kind == Partners::BATCH ? 2 : static_cast<int>((agents + RUN - 1) / RUN);
    PairSums p = {{CODE.data(), OUTPUTS.data(), 3, SLOTS}, w.table.data(), w.shifts.data(), w.cells[0].data(), w.begins.data(), w.row.data(),
            w.fed.data(), &w.clock, w.runs.data(), w.sums.data(), w.scratch.data(), w.tiles, 1, w.replicas, w.grid, 1, 0, WIDTH, VALUES,
            static_cast<int>(kind), BATCH_SIZE, 0, std::max(1, runs), 2, SLOTS};
    launch("pair_sums", BLOCKS, &p, order);
    PairMeans m = {w.runs.data(), numbers, w.sums.data(), w.means.data(), (static_cast<double>(agents) - 1) / BATCH_SIZE, w.padded,
            w.replicas, VALUES, runs, !within, kind == Partners::BATCH, 1};
    launch("pair_means", 2, &m, order);
    return w;
}

float value(const World& w, int f, long long i, long long j) {
    float departure = w.state(j, 0) - w.state(i, 0);
    return f == 0 ? departure : std::fma(departure, w.state(i, 1), SHARED * w.label(j));
}

/** The mean of everyone by plain loops. */
float mean_of_all(const World& w, int f, long long i) {
    double sum = 0;
    long long first = i / w.replicas.agents * w.replicas.agents;
    for (long long from = 0; from < w.replicas.agents; from += RUN) {
        float run = 0;
        for (long long j = from; j < std::min(from + RUN, w.replicas.agents); j++) {
            run += value(w, f, i, first + j);
        }
        sum += run;
    }
    return static_cast<float>(sum / static_cast<double>(w.replicas.agents));
}

/** The mean over a batch of three. */
float mean_of_batch(const World& w, int f, long long i) {
    long long agents = w.replicas.agents;
    long long first = i / agents * agents;
    const unsigned* shifts = w.shifts.data() + i / agents * BATCH_SIZE;
    float run = 0;
    for (int k = 0; k < BATCH_SIZE; k++) {
        run += value(w, f, i, first + (i - first + shifts[k]) % agents);
    }
    double sum = run * ((static_cast<double>(agents) - 1) / BATCH_SIZE);
    return static_cast<float>((sum + value(w, f, i, i)) / static_cast<double>(agents));
}

/** Agents in the order of cells, those of a cell in their own; every agent once. */
void check_order(const World& w) {
    for (long long n = 1; n < w.all; n++) {
        auto i = World::of(n);
        CHECK(w.cells[0][i - 1] < w.cells[0][i] || (w.cells[0][i - 1] == w.cells[0][i] && w.order[0][i - 1] < w.order[0][i]));
    }
    CHECK(w.begins.front() == 0 && w.begins.back() == w.all);
}

/** The mean of K_0 over neighbouring cells, in float64 throughout. */
double mean_of_neighbours(const World& w, long long i) {
    double sum = 0;
    long long first = i / w.replicas.agents * w.replicas.agents;
    auto cell = [&](int axis, long long agent) { return w.grid.axes[axis].at(w.state(agent, axis)); };
    for (long long j = first; j < first + w.replicas.agents; j++) {
        bool near = true;
        for (int axis = 0; axis < D; axis++) {
            int count = w.grid.axes[axis].count;
            int apart = (cell(axis, j) - cell(axis, i) + count) % count;
            near = near && (apart <= 1 || apart == count - 1);
        }
        sum += near ? static_cast<double>(value(w, 0, i, j)) : 0.0;
    }
    return sum / static_cast<double>(w.replicas.agents);
}

}  // namespace

void pairs() {
    for (auto [agents, count] : {std::pair<long long, int>{1030, 1}, {70, 5}}) {
        for (Partners kind : {Partners::ALL, Partners::BATCH, Partners::WITHIN}) {
            World w = run(agents, count, kind, device::Order::FORWARD);
            for (long long i = 0; i < w.all; i += 1 + w.all / 40) {
                for (int f = 0; f < VALUES && kind != Partners::WITHIN; f++) {
                    CHECK(w.mean(f, i) == (kind == Partners::ALL ? mean_of_all(w, f, i) : mean_of_batch(w, f, i)));
                }
                if (kind == Partners::WITHIN) {
                    CHECK(std::fabs(w.mean(0, i) - mean_of_neighbours(w, i)) < 1e-6);
                }
            }
            if (kind == Partners::WITHIN) {
                check_order(w);
            }
            CHECK(w.means == run(agents, count, kind, device::Order::SHUFFLED).means);
        }
    }
}

/** Every kernel once, in one order. */
void pair_races() {
    run(300, 2, Partners::ALL, device::Order::FORWARD);
    run(1100, 1, Partners::BATCH, device::Order::FORWARD);
    run(1100, 1, Partners::WITHIN, device::Order::FORWARD);
}
