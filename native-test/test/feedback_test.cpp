// What means do to rows, against the loops of ensemble.Feedback as they are written there.
#include <cstring>
#include <random>
#include <vector>

#include "check.h"
#include "launch.h"

#include "feedback.cuh"

namespace {

constexpr int GUIDANCES = 2;
constexpr int LABELS = 2;
constexpr int D = 2;
constexpr int SUMS = 3 * LABELS * D;
constexpr int VECTORS = GUIDANCES * SUMS;
constexpr int FED_FROM = 8;
constexpr int ENTRIES = 5;
constexpr int REFERENCE = 3;  // the last two entries
constexpr int ROW = FED_FROM + ENTRIES + 4;
constexpr int BATCH = 3;
constexpr int STATE = 5;  // departures of guidance 0, its c, departures of guidance 1
constexpr long long AGENTS = 1234;

// Entry 0 of guidance 0 takes two means, entry 1 none, entry 2 one that is carried; entry 1 of guidance 1 takes one. The reference of
// guidance 0 follows its means, that of guidance 1 stays.
const std::vector<int> FIRSTS = {0, 2, 2, 3, 4, 5, 5, 6, 6, 6, 6};
const std::vector<murmuration::Feed> FEEDS = {{13, 0, -1}, {14, 1, -1}, {15, 0, 2}, {16, 0, -1}, {16, 1, -1}, {16, 4, -1}};
const std::vector<int> OWN = {0, 3};

struct World {
    int replicas;
    long long places;
    long long count;
    std::vector<float> in, rows, fed;
    std::vector<double> totals, states;

    World(int replicas, long long places, long long count)
        : replicas(replicas), places(places), count(count), in(VECTORS * places * count), rows(GUIDANCES * BATCH * ROW),
          fed(GUIDANCES * replicas * ENTRIES), totals(BATCH * VECTORS * places), states(replicas * STATE) {
        std::mt19937 random(7);
        std::normal_distribution<float> normal;
        for (std::vector<float>* values : {&in, &rows, &fed}) {
            for (float& value : *values) {
                value = normal(random);
            }
        }
        for (double& value : states) {
            value = normal(random);
        }
    }

    bool operator==(const World& other) const {
        auto same = [](const auto& a, const auto& b) { return std::memcmp(a.data(), b.data(), a.size() * sizeof a[0]) == 0; };
        return same(fed, other.fed) && same(totals, other.totals) && same(states, other.states);
    }
};

/** ensemble.SumTree.combine of one vector. */
double tree(const float* in, long long count) {
    std::vector<double> values(in, in + count);
    for (std::size_t stride = 1; stride < values.size(); stride *= 2) {
        for (std::size_t i = 0; i + stride < values.size(); i += 2 * stride) {
            values[i] += values[i + stride];
        }
    }
    return values[0];
}

/** ensemble.Feedback, step 1 of a batch. */
void expect(World& w) {
    for (int replica = 0; replica < w.replicas; replica++) {
        double* totals = w.totals.data() + VECTORS * w.places;
        for (int v = 0; v < VECTORS; v++) {
            totals[v * w.places + replica] = tree(w.in.data() + (v * w.places + replica) * w.count, w.count);
        }
        double* own = w.states.data() + replica * STATE;
        for (int g = 0; g < GUIDANCES; g++) {
            for (int j = 0; j < D; j++) {
                double total = 0;
                for (int l = 0; l < LABELS; l++) {
                    total += totals[(g * SUMS + (l * D + j) * 3) * w.places + replica];
                }
                double reference = w.fed[(g * w.replicas + replica) * ENTRIES + REFERENCE + j];
                own[OWN[g] + j] = reference + total / static_cast<double>(AGENTS);
            }
            const float* row = w.rows.data() + (g * BATCH + 2) * ROW;
            for (int e = 0; e < ENTRIES; e++) {
                float& entry = w.fed[(g * w.replicas + replica) * ENTRIES + e];
                entry = row[FED_FROM + e];
                for (int n = FIRSTS[g * ENTRIES + e]; n < FIRSTS[g * ENTRIES + e + 1]; n++) {
                    double change = row[FEEDS[n].gain] * own[FEEDS[n].mean];
                    bool carried = FEEDS[n].carried >= 0;
                    entry = static_cast<float>(entry + (carried ? own[FEEDS[n].carried] : change));
                    if (carried) {
                        own[FEEDS[n].carried] += change;
                    }
                }
            }
        }
    }
}

/** @tparam T float of tile sums, double of totals over groups of tiles */
template <class T>
World fed_back(World w, int width, int together, unsigned blocks, device::Order order) {
    std::vector<T> in(w.in.begin(), w.in.end());
    murmuration::Clock clock = {1000, 1, BATCH};
    murmuration::FeedBack f = {
            in.data(), w.totals.data(), w.states.data(), w.fed.data(), w.rows.data(), FIRSTS.data(), FEEDS.data(), OWN.data(), &clock,
            nullptr, nullptr, {}, {AGENTS, 2, 0, 0, w.replicas, 256, 1}, BATCH * ROW, ROW, VECTORS * w.places, w.count, width, together,
            static_cast<int>(w.places), GUIDANCES, {LABELS, D, murmuration::STEERED, 0}, D, FED_FROM, ENTRIES, STATE, REFERENCE, 0, 0};
    const char* kernel = sizeof(T) == sizeof(float) ? "feed_back_tiles" : "feed_back_totals";
    device::launch(device::find(kernel), blocks, 256, &f, order);
    return w;
}

}  // namespace

/** Any number of replicas in a block and any order of threads give the same bits. */
void feedback() {
    for (const World& world : {World(1, 1, 200), World(7, 8, 1), World(5, 5, 3), World(40, 42, 2)}) {
        World expected = world;
        expect(expected);
        int width = world.count > 128 ? 256 : world.count > 2 ? 4 : static_cast<int>(world.count);
        for (int together : {1, 2, 5}) {
            CHECK(expected == fed_back<float>(world, width, together, 1, device::Order::FORWARD));
            CHECK(expected == fed_back<double>(world, width, together, 3, device::Order::REVERSE));
            CHECK(expected == fed_back<float>(world, width, together, 2, device::Order::SHUFFLED));
        }
    }
}
