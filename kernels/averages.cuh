// Averages over the agents of a replica that its tape reads: ensemble.PopulationMoment, in double precision and in its order.
#pragma once

#include "tile_sums.cuh"

namespace murmuration {

/** ensemble.PopulationMoment. */
struct Average {
    int first;    // channel
    int second;   // channel of a covariance; -1 of a mean
    int product;  // channel that the sum of products is of; that of a coordinate's squares where it is both channels
    int label;    // from 1; 0 for everyone
    int counted;  // channel whose sum is the number of agents; -1 where that is all of them
};

/** Sums of one replica under one guidance [S]. */
struct ReplicaSums {
    const SumLayout& layout;
    const double* at;
    long long stride;  // from one sum to the next

    /** One of the sums of a channel: its which-th. */
    __device__ __forceinline__ double of_label(int label, int channel, int which) const {
        return at[(layout.at(label, channel) + which) * stride];
    }

    /** The same over all labels. */
    __device__ __forceinline__ double total(int channel, int which) const {
        double total = 0.0;
#pragma unroll 1
        for (int l = 0; l < layout.labels; l++) {
            total = __dadd_rn(total, of_label(l, channel, which));
        }
        return total;
    }

    /** The same over the agents of a label from 1, or of all. */
    __device__ __forceinline__ double sum(int label, int channel, int which) const {
        return label == 0 ? total(channel, which) : of_label(label - 1, channel, which);
    }
};

/** Its value. @param reference of the channels. @param agents all that it may be over */
__device__ __forceinline__ double average(const Average& a, const ReplicaSums& sums, const float* reference, double agents) {
    double count = a.counted < 0 ? agents : sums.sum(a.label, a.counted, 0);
    double departure = __ddiv_rn(sums.sum(a.label, a.first, 0), count);
    if (a.second < 0) {
        return __dadd_rn((double)reference[a.first], departure);
    }
    bool squares = a.product == a.first;
    double products = __ddiv_rn(sums.sum(a.label, a.product, squares ? 1 : 0), count);
    double about = squares ? products : __dadd_rn((double)reference[a.product], products);
    double other = __ddiv_rn(sums.sum(a.label, a.second, 0), count);
    return __dadd_rn(about, -__dmul_rn(departure, other));
}

}  // namespace murmuration
