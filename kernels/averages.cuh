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

/** Its value. @param reference of the channels. @param count of the agents it is over */
__device__ __forceinline__ double average(const Average& a, const ReplicaSums& sums, const float* reference, double count) {
    double departure = __ddiv_rn(sums.sum(a.label, a.first, 0), count);
    if (a.second < 0) {
        return __dadd_rn((double)reference[a.first], departure);
    }
    bool squares = a.product == a.first;
    double summed = __ddiv_rn(sums.sum(a.label, a.product, squares ? 1 : 0), count);
    double products = squares ? summed : __dadd_rn((double)reference[a.product], summed);
    double other = __ddiv_rn(sums.sum(a.label, a.second, 0), count);
    return __dadd_rn(products, -__dmul_rn(departure, other));
}

}  // namespace murmuration
