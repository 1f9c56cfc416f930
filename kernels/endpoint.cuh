// Draws from the posterior of the endpoint given h (scheme exact): backend.scalar.ScalarPosterior.draw.
#pragma once

#include "posterior.cuh"

namespace murmuration {

/** The component that each of the four agents of a column draws. */
struct Choice {
    int of[ROWS];
};

/** Log weights of every component [C], the largest, and the component it belongs to. @param weights overwritten. */
template <class P, class H, class V, class W>
__device__ __forceinline__ void weigh(const P& posterior, const H& h, V& rotated, W& weights, Four& largest, Choice& likeliest) {
#pragma unroll decltype(P::row)::UNROLL_COMPONENTS
    for (int k = 0; k < posterior.row.components(); k++) {
        Four weight = posterior.log_weight(k, h, rotated);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            weights(k, r) = weight.of[r];
            likeliest.of[r] = weight.of[r] > largest.of[r] ? k : likeliest.of[r];
            largest.of[r] = weight.of[r] > largest.of[r] ? weight.of[r] : largest.of[r];
        }
    }
}

/** The first component at which the cumulated weight exceeds level; -1 if rounding left none. @param weights [C] */
template <class R, class W>
__device__ __forceinline__ int pick(const R& row, const W& weights, int r, float level) {
    float cumulated = 0.0f;
    int chosen = -1;
#pragma unroll R::UNROLL_COMPONENTS
    for (int k = 0; k < row.components(); k++) {
        cumulated += weights(k, r);
        chosen = chosen < 0 && cumulated > level ? k : chosen;
    }
    return chosen;
}

/** The component of each agent's endpoint. @param words uniforms, one per row. @param weights scratch [C]. */
template <class P, class H, class V, class W>
__device__ __forceinline__ Choice choose_component(
        const P& posterior, const H& h, const Words& words, V& rotated, W& weights) {
    float least = __int_as_float((int)0xff800000u);
    Four largest = {{least, least, least, least}};
    Choice choice = {{0, 0, 0, 0}};
    weigh(posterior, h, rotated, weights, largest, choice);
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        float total = 0.0f;
#pragma unroll decltype(P::row)::UNROLL_COMPONENTS
        for (int k = 0; k < posterior.row.components(); k++) {
            weights(k, r) = decay(weights(k, r) - largest.of[r]);
            total += weights(k, r);
        }
        int chosen = pick(posterior.row, weights, r, uniform(words.w[r]) * total);
        choice.of[r] = chosen < 0 ? choice.of[r] : chosen;
    }
    return choice;
}

/** Coordinate j of agent r's draw from component k, in its eigenbasis. @param h [d] */
template <bool DIAGONAL, class P, class H>
__device__ __forceinline__ float draw_within(const P& posterior, int k, int j, int r, const H& h, float normal) {
    auto table = posterior.row.table(k, j);
    float q = DIAGONAL ? h(j, r) : 0.0f;
    if constexpr (!DIAGONAL) {
#pragma unroll 1
        for (int i = 0; i < posterior.row.dimension(); i++) {
            q = __fmaf_rn(posterior.eigenvector(k, i, j), h(i, r), q);
        }
    }
    float mean = __fmaf_rn(table[TABLE_GAIN], q - table[TABLE_SHIFT], table[TABLE_BASE]);
    return __fmaf_rn(__fsqrt_rn(table[TABLE_GAIN]), normal, mean);
}

/** y = Q drawn of the component that agent r chose. @param drawn [d]. @param y [d], overwritten. */
template <class P, class V, class Y>
__device__ __forceinline__ void rotate_back(const P& posterior, int k, int r, const V& drawn, Y& y) {
#pragma unroll 1
    for (int i = 0; i < posterior.row.dimension(); i++) {
        float sum = 0.0f;
#pragma unroll 1
        for (int j = 0; j < posterior.row.dimension(); j++) {
            sum = __fmaf_rn(posterior.eigenvector(k, i, j), drawn(j, r), sum);
        }
        y(i, r) = sum;
    }
}

/** Draws Y given h. @param q column. @param y [d], overwritten. @param rotated scratch [d] unless diagonal. */
template <bool DIAGONAL, class P, class H, class Y, class V, class W>
__device__ __forceinline__ void draw_endpoint(
        const P& posterior, const H& h, const RoundKeys& keys, unsigned long long q, int step, Y& y, V& rotated,
        W& weights) {
    Words words = noise_words(keys, ENDPOINT_COMPONENT, q, step, 0);
    Choice choice = choose_component(posterior, h, words, rotated, weights);
#pragma unroll decltype(P::row)::UNROLL_DIMENSION
    for (int j = 0; j < posterior.row.dimension(); j++) {
        Four normals = noise_normals(keys, ENDPOINT, q, step, j);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            float drawn = draw_within<DIAGONAL>(posterior, choice.of[r], j, r, h, normals.of[r]);
            if constexpr (DIAGONAL) {
                y(j, r) = drawn;
            } else {
                rotated(j, r) = drawn;
            }
        }
    }
    if constexpr (!DIAGONAL) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            rotate_back(posterior, choice.of[r], r, rotated, y);
        }
    }
}

}  // namespace murmuration
