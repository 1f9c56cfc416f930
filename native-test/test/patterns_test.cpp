// Soft-max sums, means and draws of patterns against plain loops in the order of backend.PatternEvaluator.
#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "check.h"
#include "launch.h"

#include "pattern_draws.cuh"
#include "pattern_means.cuh"

using namespace murmuration;

namespace {

constexpr int RUN = 1040;
constexpr float SCALE = -0.35f;

/** Patterns, centres and uniforms, each array exactly as long as the kernels may read. */
struct Case {
    int p, d, n;
    std::vector<float> values, centres, uniforms;

    Case(int p, int d, int n)
        : p(p), d(d), n(n), values(filled(static_cast<std::size_t>(tiles()) * d * RUN - (RUN - PATTERN_TILE), 5)),
          centres(filled(static_cast<std::size_t>(n) * d, 5)), uniforms(static_cast<std::size_t>(n)) {
        for (std::size_t i = 0; i < uniforms.size(); i++) {
            uniforms[i] = static_cast<float>(i + 1) / static_cast<float>(n);
        }
    }

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

/** Sums over tiles [T][2 + moments][n], NaN before. */
std::vector<float> swept(const Case& c, int moments, unsigned blocks, device::Order order) {
    std::vector<float> sums(static_cast<std::size_t>(c.tiles()) * (2 + moments) * c.n, NAN);
    TileSoftMax p = {c.table(), c.centres.data(), sums.data(), c.n, moments, SCALE};
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
    PatternMeans p = {sums.data(), means.data(), ends.data(), c.tiles(), c.d, c.n, SCALE};
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

void check_draws(const Case& c, unsigned blocks, device::Order order) {
    std::vector<float> sums = swept(c, 0, blocks, order);
    std::vector<double> shares(static_cast<std::size_t>(c.n));
    std::vector<int> chosen(static_cast<std::size_t>(c.n), -1);
    PatternDraws p = {c.table(), c.centres.data(), sums.data(), c.uniforms.data(), shares.data(), chosen.data(), c.n, SCALE};
    launch("pattern_climb", blocks, &p, order);
    std::vector<int> tiles = chosen;
    launch("pattern_choose", blocks, &p, order);
    for (int i = 0; i < c.n; i++) {
        CHECK(chosen[i] / PATTERN_TILE == tiles[i] && chosen[i] < c.p);
        CHECK(tile_sums(c, tiles[i], i).weights[chosen[i] % PATTERN_TILE] > 0);
    }
}

}  // namespace

/** Every order of threads and several grids; sizes around tiles of 1024, slabs of 8, pairs and groups of 64. */
void patterns() {
    const Case cases[] = {{1, 1, 1}, {33, 1, 3}, {1024, 2, 65}, {1025, 8, 2}, {2100, 9, 17}, {1500, 20, 3}, {3000, 1, 130}};
    for (const Case& c : cases) {
        for (device::Order order : {device::Order::FORWARD, device::Order::REVERSE, device::Order::SHUFFLED}) {
            unsigned blocks = order == device::Order::REVERSE ? 2 : 3;
            std::vector<float> sums = swept(c, c.d, blocks, order);
            check_sums(c, sums);
            check_means(c, sums, blocks, order);
            check_draws(c, blocks, order);
        }
    }
}
