// What is asked of all agents: sums over blocks and counts, against plain loops.
#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "check.h"
#include "launch.h"

#include "paired_survey.cuh"
#include "survey.cuh"

namespace {

using murmuration::COLUMNS;
using murmuration::Survey;

constexpr int AGENTS = 16 * 1024 + 1500;  // a block, and a part of one
constexpr int BLOCKS = 2;
constexpr int PADDED = 18 * 1024;
constexpr int LABELS = 2;
constexpr double LOW = -2.0;

/** Two coordinates, of which the first ends at 1. */
struct Agents {
    std::vector<float> states = std::vector<float>(2 * PADDED, 1e30f);
    std::vector<float> energies = std::vector<float>(PADDED, 1e30f);
    std::vector<signed char> labels = std::vector<signed char>(PADDED, -1);
    std::vector<double> about = {0.125, -0.3};
    std::vector<double> ends = {0.0, 1.0, 0.0};
    std::vector<double> low = {LOW, LOW};

    Agents() {
        std::mt19937 random(3);
        std::normal_distribution<float> normal;
        for (int a = 0; a < AGENTS; a++) {
            states[static_cast<std::size_t>(a)] = std::min(normal(random), 1.0f);
            states[static_cast<std::size_t>(PADDED + a)] = normal(random);
            energies[static_cast<std::size_t>(a)] = std::abs(normal(random));
            labels[static_cast<std::size_t>(a)] = static_cast<signed char>(a % 3 == 0);
        }
    }

    float x(int j, int a) const { return states[static_cast<std::size_t>(j * PADDED + a)]; }
    double departure(int j, int a) const { return x(j, a) - about[static_cast<std::size_t>(j)]; }
    bool lives(int a) const { return x(0, a) < 1.0f; }

    /** What agent a adds to a sum: kernels/survey.cuh has them in this order. */
    double adds(int sum, int a) const {
        double energy = energies[static_cast<std::size_t>(a)];
        bool second = labels[static_cast<std::size_t>(a)] == 1;
        switch (sum) {
            case 0: return lives(a) ? departure(0, a) * departure(0, a) : 0.0;
            case 2: return lives(a) ? departure(1, a) * departure(0, a) : 0.0;
            case 3: return lives(a) ? departure(1, a) * departure(1, a) : 0.0;
            case 1: return 0.0;
            case 4: return !second;
            case 5: return second ? 0.0 : energy;
            case 6: return second ? 0.0 : energy * energy;
            case 7: return second;
            case 8: return second ? energy : 0.0;
            case 9: return second ? energy * energy : 0.0;
            case 10: return lives(a);
            default: return !lives(a);
        }
    }

    /** A sum of a block, by columns that are halved. */
    double sum(int sum, int block) const {
        std::vector<double> columns(COLUMNS);
        for (int a = block * 16 * 1024; a < std::min(AGENTS, (block + 1) * 16 * 1024); a++) {
            columns[static_cast<std::size_t>(a % COLUMNS)] += adds(sum, a);
        }
        for (int half = COLUMNS / 2; half > 0; half /= 2) {
            for (int c = 0; c < half; c++) {
                columns[static_cast<std::size_t>(c)] += columns[static_cast<std::size_t>(c + half)];
            }
        }
        return columns[0];
    }
};

/** Asks with some blocks of threads, and compares. */
void ask(const Agents& agents, int bins, unsigned blocks, device::Order order) {
    std::vector<double> width = {4.0 / bins, 4.0 / bins};
    std::vector<double> sums(BLOCKS * 12, -1.0);
    std::vector<unsigned long long> counts(static_cast<std::size_t>(2 * bins), 1);
    Survey survey = {agents.states.data(), agents.energies.data(), agents.labels.data(), agents.about.data(), agents.ends.data(),
            agents.low.data(), width.data(), sums.data(), counts.data(), PADDED, AGENTS, BLOCKS, 2, LABELS, 1, 2, bins};
    device::launch(device::find("survey_sums"), blocks, 256, &survey, order);
    device::launch(device::find("survey_counts"), blocks, 256, &survey, order);
    for (int i = 0; i < BLOCKS * 12; i++) {
        CHECK(sums[static_cast<std::size_t>(i)] == agents.sum(i % 12, i / 12));
    }
    std::vector<unsigned long long> expected(counts.size(), 1);
    for (int a = 0; a < AGENTS; a++) {
        for (int j = 0; j < 2 && agents.lives(a); j++) {
            int bin = static_cast<int>(std::floor((agents.x(j, a) - LOW) / width[0]));
            expected[static_cast<std::size_t>(j * bins + std::clamp(bin, 0, bins - 1))]++;
        }
    }
    CHECK(counts == expected);
}

/** Three of two numbers each, in columns of a tile that they share, or two of many agents. */
void pair(long long count, int replicas, device::Order order) {
    murmuration::Replicas of = {count, (count + 1023) / 1024, 0, 0, replicas, count > 1024 ? 256 : static_cast<int>((count + 3) / 4), 1};
    of.beside = COLUMNS / of.columns;
    Agents agents;
    std::vector<float> copies = agents.states;
    std::reverse(copies.begin(), copies.begin() + PADDED);
    std::replace(copies.begin(), copies.end(), 1e30f, 0.5f);
    std::vector<double> measured = {0.0, 0.0, 0.0, 0.25, 1.0, 0.0, 0.0, -0.5};
    std::vector<double> sums(static_cast<std::size_t>(replicas * 9), -1.0);
    murmuration::PairedSurvey survey = {agents.states.data(), copies.data(), nullptr, nullptr, measured.data(), sums.data(), PADDED, of, 2, 0};
    device::launch(device::find("survey_pairs"), 4, 256, &survey, order);
    for (int r = 0; r < replicas; r++) {
        std::vector<double> columns(static_cast<std::size_t>(std::min<long long>(count, COLUMNS)));
        for (long long i = 0; i < count; i++) {
            long long place = of.place(r, i);
            for (long long j = 0; j < 2; j++) {
                std::size_t at = static_cast<std::size_t>(j * PADDED + place);
                double difference = static_cast<double>(agents.states[at]) - copies[at];
                columns[static_cast<std::size_t>(i % COLUMNS)] += difference * difference;
            }
        }
        for (std::size_t left = columns.size(); left > 1; left = (left + 1) / 2) {
            for (std::size_t c = 0; c < left / 2; c++) {
                columns[c] += columns[c + (left + 1) / 2];
            }
        }
        CHECK(sums[static_cast<std::size_t>(r * 9 + 2)] == columns[0]);
    }
}

}  // namespace

/** In any order of threads, and with bins that do not fit in shared memory. */
void surveys() {
    Agents agents;
    ask(agents, 10, BLOCKS * 12, device::Order::FORWARD);
    ask(agents, 10, 3, device::Order::REVERSE);
    ask(agents, 5000, 3, device::Order::SHUFFLED);
    pair(11, 3, device::Order::REVERSE);
    pair(5000, 2, device::Order::SHUFFLED);
}

/** What is enough to find races: each kernel once. */
void survey_races() {
    ask(Agents(), 10, 3, device::Order::SHUFFLED);
    pair(11, 3, device::Order::REVERSE);
}
