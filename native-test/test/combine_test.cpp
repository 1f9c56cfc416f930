#include <algorithm>
#include <random>
#include <utility>
#include <vector>

#include "check.h"
#include "launch.h"

#include "combine.cuh"

namespace {

/** ensemble.SumTree.combine of one vector, as it is written there. */
double tree(std::vector<double> values) {
    for (std::size_t stride = 1; stride < values.size(); stride *= 2) {
        for (std::size_t i = 0; i + stride < values.size(); i += 2 * stride) {
            values[i] += values[i + stride];
        }
    }
    return values[0];
}

std::vector<double> combined(const std::vector<float>& in, long long vectors, long long count) {
    std::vector<double> totals(static_cast<std::size_t>(vectors * ((count + 255) / 256)));
    std::vector<double> further(totals.size());
    const void* from = in.data();
    const char* kernel = "combine_tiles";
    do {
        int width = 1;
        while (width < count && width < 256) {
            width *= 2;
        }
        murmuration::Combine c = {from, totals.data(), vectors, count, (count + 255) / 256, width};
        device::launch(device::find(kernel), 3, 256, &c);
        kernel = "combine_totals";
        std::swap(totals, further);
        from = further.data();
        count = c.groups;
    } while (count > 1);
    further.resize(static_cast<std::size_t>(vectors));
    return further;
}

}  // namespace

/** Totals over tiles, in as many passes as they need. */
void totals() {
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    for (long long count : {1, 2, 3, 33, 255, 256, 257, 1000, 65536, 65537, 70001}) {
        std::vector<float> in(static_cast<std::size_t>(3 * count));
        std::generate(in.begin(), in.end(), [&] { return normal(random); });
        std::vector<double> out = combined(in, 3, count);
        for (long long v = 0; v < 3; v++) {
            CHECK(out[static_cast<std::size_t>(v)]
                    == tree(std::vector<double>(in.begin() + v * count, in.begin() + (v + 1) * count)));
        }
    }
}
