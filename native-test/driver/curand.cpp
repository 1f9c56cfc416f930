// libcurand.so.10 for the emulated driver: those of its functions that backend.cuda calls. A generator of its own (splitmix64 and
// Box-Muller), counter-based: normal i of a generator is a function of (seed, i) alone, and an offset moves i.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <new>

#define API extern "C" __attribute__((visibility("default"))) int

namespace {

// curandStatus of curand.h.
enum Status { SUCCESS = 0, NOT_INITIALIZED = 101, ALLOCATION_FAILED = 102, TYPE_ERROR = 103, LENGTH_NOT_MULTIPLE = 105 };

constexpr int PHILOX4_32_10 = 161;
constexpr double TWO_PI = 6.283185307179586;

struct Generator {
    std::uint64_t seed = 0;
    std::uint64_t offset = 0;
};

/** Uniform on (0, 1), the i-th of a seed. */
double uniform(std::uint64_t seed, std::uint64_t i) {
    std::uint64_t z = seed * 0xd1342543de82ef95ull + (i + 1) * 0x9e3779b97f4a7c15ull;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    z ^= z >> 31;
    return (static_cast<double>(z >> 11) + 0.5) * 0x1p-53;
}

/** The i-th standard normal: pairs share a radius. */
double normal(std::uint64_t seed, std::uint64_t i) {
    std::uint64_t first = i / 2 * 2;
    double radius = std::sqrt(-2.0 * std::log(uniform(seed, first)));
    double angle = TWO_PI * uniform(seed, first + 1);
    return radius * (i == first ? std::cos(angle) : std::sin(angle));
}

}  // namespace

API curandCreateGenerator(Generator** made, int type) {
    if (type != PHILOX4_32_10) {
        return TYPE_ERROR;
    }
    *made = new (std::nothrow) Generator;
    return *made == nullptr ? ALLOCATION_FAILED : SUCCESS;
}

API curandDestroyGenerator(Generator* generator) {
    delete generator;
    return SUCCESS;
}

API curandSetStream(Generator* generator, void*) { return generator == nullptr ? NOT_INITIALIZED : SUCCESS; }

API curandSetPseudoRandomGeneratorSeed(Generator* generator, unsigned long long seed) {
    generator->seed = seed;
    return SUCCESS;
}

API curandSetGeneratorOffset(Generator* generator, unsigned long long offset) {
    generator->offset = offset;
    return SUCCESS;
}

API curandGenerateNormal(Generator* generator, float* out, std::size_t count, float mean, float deviation) {
    if (count % 2 != 0) {
        return LENGTH_NOT_MULTIPLE;
    }
    for (std::size_t i = 0; i < count; i++) {
        out[i] = mean + deviation * static_cast<float>(normal(generator->seed, generator->offset + i));
    }
    generator->offset += count;
    return SUCCESS;
}
