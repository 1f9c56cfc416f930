// Pair means in C++, for bench/PairEvaluations.java: pairs FILE KERNEL THREADS. Prints pairs per second, pairs per second of processor time,
// and the largest departure from the means in the file.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <thread>
#include <vector>

using Column = std::vector<float>;

template <bool power>
static void rows(const float *__restrict x, const float *__restrict y, float *__restrict p, float *__restrict q, int from, int to, int n) {
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

template <bool power>
static void measure(const Column &x, const Column &y, Column &p, Column &q, int threads, double *rates) {
    int n = x.size();
    int rounds = 1 + 200000000L / ((long)n * n) / 10;
    double seconds = 0;
    long done = 0;
    auto begun = std::chrono::steady_clock::now();
    std::clock_t cpu = std::clock();
    while (seconds < 1) {
        std::vector<std::thread> crew;
        for (int t = 0; t < threads; t++)
            crew.emplace_back([&, t] {
                for (int r = 0; r < rounds; r++)
                    rows<power>(x.data(), y.data(), p.data(), q.data(), (long)n * t / threads, (long)n * (t + 1) / threads, n);
            });
        for (auto &thread : crew) thread.join();
        done += rounds;
        seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    }
    rates[0] = (double)n * n * done / seconds;
    rates[1] = (double)n * n * done / ((std::clock() - cpu) / (double)CLOCKS_PER_SEC);
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
    int threads = std::atoi(arguments[3]);
    double rates[2];
    (power ? measure<true> : measure<false>)(columns[0], columns[1], p, q, threads, rates);
    double largest = 0;
    for (int i = 0; i < n; i++)
        largest = std::fmax(largest, std::fmax(std::fabs(p[i] - columns[2][i]), std::fabs(q[i] - columns[3][i])));
    std::printf("%g %g %g\n", rates[0], rates[1], largest);
}
