// Steps with pair means in C++, for bench/PairEvaluations.java: pairs FILE KERNEL REPLICAS THREADS. Prints pairs per second and pairs per second
// of processor time, of whole Euler steps x += h p + s normal of as many copies of the population, and the largest departure of the means p
// from those in the file.
#include <barrier>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <random>
#include <thread>
#include <vector>

using Column = std::vector<float>;

static const float STEP = 1e-7f, NOISE = 0.1f;

struct Population {
    Column x, y, p, q;
};

template <bool power>
static void means(const float *__restrict x, const float *__restrict y, float *__restrict p, float *__restrict q, int from, int to, int n) {
    for (int i = from; i < to; i++) {
        float sp = 0, sq = 0, xi = x[i], yi = y[i];
        for (int j = 0; j < n; j++) {
            float dx = x[j] - xi, dy = y[j] - yi;
            float s = 1 + dx * dx + dy * dy;
            float w = power ? powf(s, -0.4f) : 1 / s;
            sp += w * dx;
            sq += w * dy;
        }
        p[i] = sp / n;
        q[i] = sq / n;
    }
}

static void move(Population &of, int from, int to, std::mt19937 &words, std::normal_distribution<float> &normal) {
    float amplitude = NOISE * std::sqrt(STEP);
    for (int i = from; i < to; i++) {
        of.x[i] += STEP * of.p[i] + amplitude * normal(words);
        of.y[i] += STEP * of.q[i] + amplitude * normal(words);
    }
}

/** Steps of some replicas each, or of some agents of the only one, whom the others wait for. */
template <bool power>
static void advance(std::vector<Population> &all, long steps, int t, int threads, std::barrier<> &together) {
    std::mt19937 words(t);
    std::normal_distribution<float> normal;
    int n = all[0].x.size();
    for (long k = 0; k < steps; k++) {
        if (all.size() > 1) {
            for (size_t r = t; r < all.size(); r += threads) {
                means<power>(all[r].x.data(), all[r].y.data(), all[r].p.data(), all[r].q.data(), 0, n, n);
                move(all[r], 0, n, words, normal);
            }
        } else {
            int from = (long)n * t / threads, to = (long)n * (t + 1) / threads;
            means<power>(all[0].x.data(), all[0].y.data(), all[0].p.data(), all[0].q.data(), from, to, n);
            if (threads > 1) together.arrive_and_wait();
            move(all[0], from, to, words, normal);
            if (threads > 1) together.arrive_and_wait();
        }
    }
}

struct Rates {
    double per_second, per_core;
};

template <bool power>
static Rates measure(std::vector<Population> all, int threads, double at_least) {
    double pairs = (double)all.size() * all[0].x.size() * all[0].x.size(), seconds = 0;
    long done = 0, steps = 1;
    auto begun = std::chrono::steady_clock::now();
    std::clock_t cpu = std::clock();
    while (seconds < at_least) {
        std::barrier<> together(threads);
        std::vector<std::thread> crew;
        for (int t = 0; t < threads; t++) crew.emplace_back([&, t] { advance<power>(all, steps, t, threads, together); });
        for (auto &thread : crew) thread.join();
        done += steps;
        seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
        steps = std::max(1L, (long)(0.2 * at_least * done / seconds));
    }
    return {pairs * done / seconds, pairs * done / ((std::clock() - cpu) / (double)CLOCKS_PER_SEC)};
}

/** By as many threads, or by one where that is faster. */
template <bool power>
static Rates best(const std::vector<Population> &all, int threads) {
    bool alone = measure<power>(all, 1, 0.2).per_second > measure<power>(all, threads, 0.2).per_second;
    return measure<power>(all, alone ? 1 : threads, 1);
}

int main(int, char **arguments) {
    std::FILE *file = std::fopen(arguments[1], "rb");
    std::fseek(file, 0, SEEK_END);
    int n = std::ftell(file) / 16;
    std::rewind(file);
    Column columns[4], p(n), q(n);
    for (auto &column : columns) {
        column.resize(n);
        if (std::fread(column.data(), 4, n, file) != (size_t)n) return 1;
    }
    bool power = !std::strcmp(arguments[2], "power");
    (power ? means<true> : means<false>)(columns[0].data(), columns[1].data(), p.data(), q.data(), 0, n, n);
    double largest = 0;
    for (int i = 0; i < n; i++)
        largest = std::fmax(largest, std::fmax(std::fabs(p[i] - columns[2][i]), std::fabs(q[i] - columns[3][i])));
    std::vector<Population> all(std::atoi(arguments[3]), {columns[0], columns[1], p, q});
    Rates rates = (power ? best<true> : best<false>)(all, std::atoi(arguments[4]));
    std::printf("%g %g %g\n", rates.per_second, rates.per_core, largest);
}
