// Marks, the constants that agents are drawn with: ensemble.MarkTable.
#pragma once

#include "starts.cuh"

namespace murmuration {

/** The laws of ensemble.MarkTable. */
enum class MarkKind { MIXTURE, UNIFORM, CAUCHY, LISTED };

/** Of a mixture m [K], s [K]; low and width; location and scale; or values [K]. */
struct MarkLaw {
    int kind;        // MarkKind
    int count;       // K
    int thresholds;  // place of the first: cumulated weights times 2^32 [K-1] of a mixture
    int numbers;     // place of the first of its numbers
};

/** Every mark: q laws. */
struct MarkLaws {
    const MarkLaw* laws;
    const unsigned* thresholds;
    const float* numbers;
    float* marks;  // [q][1024 T], overwritten
    int count;     // q
};

/** Uniform on (0, 1): (floor(w / 2^9) + 1/2) / 2^23. */
__device__ __forceinline__ float mark_uniform(unsigned word) { return __fmaf_rn((float)(int)(word >> 9), 0x1p-23f, 0x1p-24f); }

/** tan of x quarter turns, |x| < 1. */
__device__ __forceinline__ float tangent(float x) {
    bool near = fabsf(x) <= 0.5f;
    float y = near ? x : 1.0f - fabsf(x);
    float sine = sin_quarter_turns(y);
    float cosine = cos_quarter_turns(y);
    float far = __fdiv_rn(cosine, sine);
    return near ? __fdiv_rn(sine, cosine) : x < 0.0f ? -far : far;
}

/** Component of a mixture. */
__device__ __forceinline__ int choose_component(const MarkLaw& law, const unsigned* thresholds, unsigned word) {
    int k = 0;
    while (k < law.count - 1 && word >= thresholds[law.thresholds + k]) {
        k++;
    }
    return k;
}

/** Value of a mark. @param agent number. @param word, normal of its noise */
__device__ __forceinline__ float mark_value(const MarkLaws& m, const MarkLaw& law, long long agent, unsigned word, float normal) {
    const float* numbers = m.numbers + law.numbers;
    switch (static_cast<MarkKind>(law.kind)) {
        case MarkKind::MIXTURE: {
            int k = choose_component(law, m.thresholds, word);
            return __fmaf_rn(numbers[law.count + k], normal, numbers[k]);
        }
        case MarkKind::UNIFORM: return __fmaf_rn(numbers[1], mark_uniform(word), numbers[0]);
        case MarkKind::CAUCHY: return __fmaf_rn(numbers[1], tangent(2.0f * (mark_uniform(word) - 0.5f)), numbers[0]);
        default: return numbers[agent % law.count];
    }
}

/** Draws the marks of a column of a tile. */
__device__ __forceinline__ void draw_marks(
        const MarkLaws& m, const Replicas& replicas, const RoundKeys& keys, long long tile, long long tiles) {
    Column<float> marks = {m.marks + tile * TILE + column(), tiles * TILE};
    unsigned long long q = replicas.noise_column(tile);
#pragma unroll 1
    for (int i = 0; i < m.count; i++) {
        Four normals = noise_normals(keys, MARK, q, 0, 2 * i);
        Words words = noise_words(keys, MARK, q, 0, 2 * i + 1);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            long long agent = replicas.agent(tile, r, column());
            marks(i, r) = mark_value(m, m.laws[i], agent < 0 ? 0 : agent, words.w[r], normals.of[r]);
        }
    }
}

}  // namespace murmuration
