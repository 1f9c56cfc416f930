// Noise layout 1 (rng.Noise). Agents form tiles of 1024 = 4 rows of 256 columns; one Philox call serves the four agents of a
// column, one word or one normal for each row.
//
//     key     = seed
//     counter = (q mod 2^32, q / 2^32 + 2^24 stream, step, component),   q = 256 tile + column
#pragma once

#include "kernel.cuh"
#include "narrow_math.cuh"
#include "philox.cuh"

namespace murmuration {

constexpr int COLUMNS = 256;
constexpr int ROWS = 4;
constexpr int TILE = COLUMNS * ROWS;

/** rng.Stream: append only. */
enum Stream {
    START, START_COMPONENT, INCREMENT, ENDPOINT_COMPONENT, ENDPOINT, PATTERN, PATTERN_COMPONENT, PATTERN_CHOICE, HALVING, SEED,
    COMMON, MARK, BATCH, CLOUD_SHAPE, CLOUD, CLOUD_POINT, CLOUD_NOISE, BRANCH, FREQUENCY,
    UPSAMPLED
};

/** One number for each of the four agents of a column. */
struct Four {
    float of[ROWS];
};

/** Number q of the column that an agent belongs to. */
__device__ __forceinline__ unsigned long long noise_column(unsigned long long agent) {
    return agent / TILE * COLUMNS + agent % COLUMNS;
}

/** Row of an agent within its tile: 0 to 3. */
__device__ __forceinline__ int noise_row(unsigned long long agent) { return (int)(agent % TILE) / COLUMNS; }

/** The word of a row. */
__device__ __forceinline__ unsigned noise_word(const Words& words, int row) {
    unsigned upper = row == 0 ? words.w[0] : words.w[1];
    unsigned lower = row == 2 ? words.w[2] : words.w[3];
    return row < 2 ? upper : lower;
}

/** The number of a row. */
__device__ __forceinline__ float row_of(const Four& x, int row) {
    float upper = row == 0 ? x.of[0] : x.of[1];
    float lower = row == 2 ? x.of[2] : x.of[3];
    return row < 2 ? upper : lower;
}

/** The four words of column q, one per row. */
__device__ __forceinline__ Words noise_words(
        const RoundKeys& keys, Stream stream, unsigned long long q, int step, int component) {
    unsigned high = (unsigned)(q >> 32) + ((unsigned)stream << 24);
    return philox({{(unsigned)q, high, (unsigned)step, (unsigned)component}}, keys);
}

/** Uniform on (0, 1] from a word: (floor(w/2) + 1/2) / 2^31, rounded to float32. */
__device__ __forceinline__ float uniform(unsigned word) {
    return __fmaf_rn((float)(int)(word >> 1), 0x1p-31f, 0x1p-32f);
}

/** Box-Muller: radius from the first word, angle from the second. @param first, second overwritten. */
__device__ __forceinline__ void box_muller(unsigned radius_word, unsigned angle, float& first, float& second) {
    float radius = sqrt_in_range(minus_two_log(uniform(radius_word)));
    float x = quarter_turns(angle);
    float sine = sin_quarter_turns(x);
    float cosine = cos_quarter_turns(x);
    // The quadrant is in the two highest bits of this: 1 and 2 have cosines below 0, 2 and 3 have sines below 0.
    unsigned turned = angle + 0x20000000u;
    unsigned by_cosine = turned + 0x40000000u;
    bool odd_quadrant = (int)(turned ^ by_cosine) < 0;
    first = radius * flip_sign(odd_quadrant ? sine : cosine, by_cosine);
    second = radius * flip_sign(odd_quadrant ? cosine : sine, turned);
}

/** The four standard normals of column q, one per row. */
__device__ __forceinline__ Four noise_normals(
        const RoundKeys& keys, Stream stream, unsigned long long q, int step, int component) {
    Words words = noise_words(keys, stream, q, step, component);
    Four normals;
    box_muller(words.w[0], words.w[1], normals.of[0], normals.of[1]);
    box_muller(words.w[2], words.w[3], normals.of[2], normals.of[3]);
    return normals;
}

}  // namespace murmuration
