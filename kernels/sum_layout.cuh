// Where each sum of a reduction lies: ensemble.SumLayout.
#pragma once

namespace murmuration {

/** Sums of a coordinate: of agents that are steered, and of others. */
constexpr int STEERED = 3;
constexpr int UNSTEERED = 2;

/** Floats from the sums of one kind to those of the next, from those of a guidance to the next, and from a step to the next. */
struct SumStrides {
    long long kind;  // a place for each tile and replica in it: less than 2^31
    long long guidance;
    long long step;
};

/** Where each sum of a reduction lies: ensemble.SumLayout. */
struct SumLayout {
    int labels;
    int dimension;
    int width;     // sums of a coordinate
    int features;  // one sum each

    __device__ __forceinline__ int of_label() const { return dimension * width + features; }
    __device__ __forceinline__ int size() const { return labels * of_label(); }
    __device__ __forceinline__ int channels() const { return dimension + features; }

    /** Where the sums of a channel begin. */
    __device__ __forceinline__ int at(int label, int channel) const {
        int beyond = channel > dimension ? channel - dimension : 0;
        return label * of_label() + (channel - beyond) * width + beyond;
    }

    /** Place of the n-th sum where channel comes after channel, and of each label after label. */
    __device__ __forceinline__ int place(int n) const {
        int coordinates = labels * dimension * width;
        int unit = n < coordinates ? n / width : labels * dimension + n - coordinates;
        return at(unit % labels, unit / labels) + (n < coordinates ? n % width : 0);
    }
};

}  // namespace murmuration
