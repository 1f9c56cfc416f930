// Soft-max sums and means of patterns, and paths that go to patterns, against plain loops in the order of backend.PatternEvaluator.
#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "check.h"
#include "launch.h"

#include "pattern_paths.cuh"
#include "pattern_sums.cuh"

using namespace murmuration;

namespace {

constexpr int RUN = 1040;
constexpr float SCALE = -0.35f;

/** Patterns, centres and uniforms, each array exactly as long as the kernels may read. */
struct Case {
    int p, d, n;
    std::vector<float> values, centres;

    Case(int p, int d, int n)
        : p(p), d(d), n(n), values(filled(static_cast<std::size_t>(tiles()) * d * RUN - (RUN - PATTERN_TILE), 5)),
          centres(filled(static_cast<std::size_t>(n) * d, 5)) {}

    int tiles() const { return (p + PATTERN_TILE - 1) / PATTERN_TILE; }
    PatternTable table() const { return {values.data(), p, d, RUN}; }
    float pattern(int mu, int j) const { return values[(static_cast<std::size_t>(mu / PATTERN_TILE) * d + j) * RUN + mu % PATTERN_TILE]; }

    static std::vector<float> filled(std::size_t size, float deviation) {
        static std::mt19937 random(1);
        std::normal_distribution<float> normal(0, deviation);
        std::vector<float> made(size);
        std::generate(made.begin(), made.end(), [&] { return normal(random); });
        return made;
    }
};

struct Sums {
    float least, total;
    std::vector<float> weights, moments;
};

float halved(std::vector<float> columns) {
    for (std::size_t half = columns.size() / 2; half > 0; half /= 2) {
        for (std::size_t c = 0; c < half; c++) {
            columns[c] += columns[c + half];
        }
    }
    return columns[0];
}

Sums tile_sums(const Case& c, int tile, int i) {
    int count = std::min(PATTERN_TILE, c.p - tile * PATTERN_TILE);
    Sums sums{INFINITY, 0, std::vector<float>(static_cast<std::size_t>(count)), {}};
    for (int m = 0; m < count; m++) {
        float q = 0;
        for (int j = 0; j < c.d; j++) {
            float departure = c.pattern(tile * PATTERN_TILE + m, j) - c.centres[static_cast<std::size_t>(i) * c.d + j];
            q = std::fma(departure, departure, q);
        }
        sums.weights[m] = q;
        sums.least = std::min(sums.least, q);
    }
    std::vector<float> totals(PATTERN_COLUMNS);
    for (int m = 0; m < count; m++) {
        sums.weights[m] = decay((sums.weights[m] - sums.least) * SCALE);
        totals[m % PATTERN_COLUMNS] += sums.weights[m];
    }
    sums.total = halved(totals);
    for (int j = 0; j < c.d; j++) {
        std::vector<float> columns(PATTERN_COLUMNS);
        for (int m = 0; m < count; m++) {
            float& column = columns[m % PATTERN_COLUMNS];
            column = std::fma(sums.weights[m], c.pattern(tile * PATTERN_TILE + m, j), column);
        }
        sums.moments.push_back(halved(columns));
    }
    return sums;
}

void launch(const char* name, unsigned blocks, const void* parameters, device::Order order) {
    device::launch(device::find(name), blocks, 256, parameters, order);
}

/** Sums over tiles [T][2 + d][n], NaN before. */
std::vector<float> swept(const Case& c, unsigned blocks, device::Order order) {
    std::vector<float> sums(static_cast<std::size_t>(c.tiles()) * (2 + c.d) * c.n, NAN);
    TileSoftMax p = {c.table(), c.centres.data(), sums.data(), c.n, SCALE};
    launch("pattern_sums", blocks, &p, order);
    return sums;
}

void check_sums(const Case& c, const std::vector<float>& sums) {
    for (int tile = 0; tile < c.tiles(); tile++) {
        for (int i = 0; i < c.n; i++) {
            Sums expected = tile_sums(c, tile, i);
            auto found = [&](int s) { return sums[(static_cast<std::size_t>(tile) * (2 + c.d) + s) * c.n + i]; };
            CHECK(found(0) == expected.least);
            CHECK(found(1) == expected.total);
            for (int j = 0; j < c.d; j++) {
                CHECK(found(2 + j) == expected.moments[j]);
            }
        }
    }
}

void check_means(const Case& c, const std::vector<float>& sums, unsigned blocks, device::Order order) {
    std::vector<float> means(static_cast<std::size_t>(c.n) * c.d, NAN);
    std::vector<float> ends(static_cast<std::size_t>(c.n) * 2, NAN);
    PatternMeans p = {{sums.data(), c.tiles(), c.d, c.n, SCALE}, means.data(), ends.data()};
    launch("pattern_means", blocks, &p, order);
    for (int i = 0; i < c.n; i++) {
        double all = 0;
        for (int tile = 0; tile < c.tiles(); tile++) {
            Sums sums_of = tile_sums(c, tile, i);
            CHECK(ends[static_cast<std::size_t>(i)] <= sums_of.least);
            all += std::exp(SCALE * (sums_of.least - ends[static_cast<std::size_t>(i)])) * sums_of.total;
        }
        CHECK(std::fabs(ends[static_cast<std::size_t>(c.n + i)] - all) < 1e-4 * all);
        for (int j = 0; j < c.d; j++) {
            double total = 0, moment = 0, least = INFINITY;
            for (int tile = 0; tile < c.tiles(); tile++) {
                least = std::min<double>(least, tile_sums(c, tile, i).least);
            }
            for (int tile = 0; tile < c.tiles(); tile++) {
                Sums sums_of = tile_sums(c, tile, i);
                double weight = std::exp(SCALE * (sums_of.least - least));
                total += weight * sums_of.total;
                moment += weight * sums_of.moments[j];
            }
            CHECK(std::fabs(means[static_cast<std::size_t>(i) * c.d + j] - moment / total) < 1e-4);
        }
    }
}

constexpr int STEPS = 3;
constexpr long long FIRST = 1022;

/** Steps of a horizon of 3, as ensemble.BackwardClock has them; the states after the first and the last are kept. */
std::vector<PathStep> path_clock() {
    std::vector<PathStep> clock;
    for (int k = 0; k < STEPS; k++) {
        double tau = STEPS - k;
        clock.push_back({tau, 1 / tau, std::sqrt((tau - 1) / tau), k == 0 ? 0 : 1 / tau - 1.0 / STEPS, SCALE, k == 0 ? 0 : k == 2 ? 1 : -1});
    }
    return clock;
}

/** Sums over all tiles of coordinate j for centre i. */
SoftMaxSums all_tiles(const Case& c, int i, int j) {
    Sums first = tile_sums(c, 0, i);
    SoftMaxSums all = {first.least, first.total, first.moments[j]};
    for (int tile = 1; tile < c.tiles(); tile++) {
        Sums sums = tile_sums(c, tile, i);
        all.add({sums.least, sums.total, sums.moments[j]}, SCALE);
    }
    return all;
}

/** States after the first and the last step of paths towards means [2][n][d]. */
std::vector<double> plain_paths(Case c, const std::vector<double>& start, const RoundKeys& keys) {
    std::vector<double> kept;
    std::vector<double> x(static_cast<std::size_t>(c.n) * c.d);
    for (std::size_t at = 0; at < x.size(); at++) {
        x[at] = start[at % c.d];
    }
    std::vector<PathStep> clock = path_clock();
    for (int k = 0; k < STEPS; k++) {
        for (std::size_t at = 0; at < x.size(); at++) {
            double h = x[at] / clock[k].tau - start[c.d + at % c.d];
            c.centres[at] = k == 0 ? 0 : static_cast<float>(h / clock[k].a);
        }
        for (int i = 0; i < c.n; i++) {
            for (int j = 0; j < c.d; j++) {
                SoftMaxSums sums = all_tiles(c, i, j);
                unsigned long long number = FIRST + i;
                double xi = row_of(noise_normals(keys, INCREMENT, noise_column(number), k, j), noise_row(number));
                double& to = x[static_cast<std::size_t>(i) * c.d + j];
                to = (1 - clock[k].share) * to + clock[k].share * static_cast<double>(sums.moment / sums.total) + clock[k].spread * xi;
            }
        }
        if (clock[k].kept >= 0) {
            kept.insert(kept.end(), x.begin(), x.end());
        }
    }
    return kept;
}

/** The same by a kernel, all paths before one table. */
std::vector<double> built(const char* kernel, const Case& c, const std::vector<double>& start, const RoundKeys& keys, int warps,
                          unsigned blocks, device::Order order) {
    std::vector<PathStep> clock = path_clock();
    std::size_t size = static_cast<std::size_t>(c.n) * c.d;
    std::vector<double> states(size, NAN), observed(2 * size, NAN);
    std::vector<float> centres(size, NAN), sums(static_cast<std::size_t>(c.tiles()) * (2 + c.d) * c.n, NAN);
    PatternPaths p = {c.table(), 0, keys, clock.data(), start.data(), states.data(), observed.data(), centres.data(), sums.data(), FIRST,
                      c.n, STEPS, warps};
    launch(kernel, blocks, &p, order);
    return observed;
}

/** The first paths of a case. */
void check_paths(const Case& whole, int warps, unsigned blocks, device::Order order) {
    Case c = whole;
    c.n = std::min(c.n, 5);
    RoundKeys keys = round_keys(77);
    std::vector<double> start;
    for (int j = 0; j < c.d; j++) {
        start.push_back(0.25 + j);
    }
    for (int j = 0; j < c.d; j++) {
        start.push_back(start[j] / STEPS);
    }
    std::vector<double> expected = plain_paths(c, start, keys);
    CHECK(built("pattern_paths_mean", c, start, keys, warps, blocks, order) == expected);
    std::vector<double> drawn = built("pattern_paths_drawn", c, start, keys, warps, blocks, order);
    for (int i = 0; i < c.n; i++) {
        bool met = false;
        for (int mu = 0; mu < c.p; mu++) {
            bool here = true;
            for (int j = 0; j < c.d; j++) {
                here &= drawn[(static_cast<std::size_t>(c.n) + i) * c.d + j] == static_cast<double>(c.pattern(mu, j));
            }
            met |= here;
        }
        CHECK(met);
    }
}

/** Tables of three sets. @param chosen null for the first p */
std::vector<float> drawn_sets(int p, int d, int run, const int* chosen, unsigned blocks, device::Order order) {
    unsigned thresholds[] = {0x60000000u};
    std::vector<float> means, factors;
    for (int i = 0; i < 2 * d; i++) {
        means.push_back(static_cast<float>(i));
    }
    for (int i = 0; i < 2 * d * d; i++) {
        factors.push_back(0.25f * static_cast<float>(i % 7));
    }
    StartLaw law = {thresholds, means.data(), factors.data(), nullptr, nullptr, 0, 2, 0};
    int tiles = (p + PATTERN_TILE - 1) / PATTERN_TILE;
    std::size_t stride = static_cast<std::size_t>(tiles) * d * run;
    std::vector<float> values(3 * stride, NAN);
    PatternSets sets = {law, round_keys(5), values.data(), {values.data(), p, d, run}, static_cast<long long>(stride), chosen, 9, 3};
    launch("pattern_sets", blocks, &sets, order);
    return values;
}

void check_sets(unsigned blocks, device::Order order) {
    std::vector<float> many = drawn_sets(1500, 3, 1024, nullptr, blocks, order);
    int chosen[3 * 2] = {1400, 3, 600, 600, 0, 1499};
    std::vector<float> few = drawn_sets(2, 3, 256, chosen, blocks, order);
    for (int set = 0; set < 3; set++) {
        for (int place = 0; place < 256; place++) {
            for (int j = 0; j < 3; j++) {
                float found = few[(static_cast<std::size_t>(set) * 3 + j) * 256 + place];
                int mu = place < 2 ? chosen[2 * set + place] : 1500;
                CHECK(found == many[((static_cast<std::size_t>(set) * 2 + mu / PATTERN_TILE) * 3 + j) * 1024 + mu % PATTERN_TILE]);
                CHECK((found == -1) == (place >= 2));
            }
        }
    }
}

/** Everything that is asked of patterns, on some blocks. */
void check(const Case& c, int warps, unsigned blocks, device::Order order) {
    std::vector<float> sums = swept(c, blocks, order);
    check_sums(c, sums);
    check_means(c, sums, blocks, order);
    check_paths(c, warps, blocks, order);
}

}  // namespace

/** Every order of threads and several grids; sizes around tiles of 1024, slabs of 8, pairs and groups of 64. */
void patterns() {
    const Case cases[] = {{1, 1, 1}, {33, 1, 3}, {1024, 2, 65}, {1025, 8, 2}, {2100, 9, 17}, {1500, 20, 3}, {3000, 1, 130}};
    for (const Case& c : cases) {
        check(c, 1, 3, device::Order::FORWARD);
        check(c, 4, 2, device::Order::REVERSE);
        check(c, 8, 3, device::Order::SHUFFLED);
    }
    for (device::Order order : {device::Order::FORWARD, device::Order::REVERSE, device::Order::SHUFFLED}) {
        check_sets(3, order);
    }
}

/** What races may hide in: several slabs, pairs and tiles, one and several warps to a path. */
void pattern_races() {
    const Case cases[] = {{1500, 9, 3}, {2100, 1, 66}};
    for (const Case& c : cases) {
        check(c, 1, 2, device::Order::FORWARD);
        check(c, 4, 2, device::Order::FORWARD);
    }
    check_sets(2, device::Order::FORWARD);
}
