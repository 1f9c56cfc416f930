// What the means of populations do to the next step: ensemble.Feedback, in double precision and in its order. A block has some replicas
// to itself, so nothing but the order of launches stands between one step and the next.
#pragma once

#include "advance.cuh"
#include "combine.cuh"

namespace murmuration {

/** schedule.Feed. */
struct Feed {
    int gain;     // place in a row
    int mean;     // place of a departure in the state of a replica
    int carried;  // place of c there; -1 unless carried
};

/**
 * The end of a step and the beginning of the next. V = G S sums per replica, from partial sums over count groups of tiles each; P
 * replicas' places, E entries of a row that means act on.
 */
struct FeedBack {
    const void* in;       // partial sums of the step [V][P][count]; null before the first step of a batch
    double* totals;       // [batch][V][P], those of the step overwritten
    double* states;       // departures [d] and c of each guidance [R][state_size], modified
    float* fed;           // the entries as the step had them, then as the next has them [G][R][E], modified
    const float* rows;    // schedule rows of the batch [G][row_stride]
    const int* firsts;    // first feed of each entry [G E + 1]
    const Feed* feeds;    // in the order of entries
    const int* own;       // where the departures of each guidance begin in a state [G]
    const Clock* clock;
    long long agents;     // N of each replica
    long long row_stride;
    long long row_size;
    long long count;
    int width;            // threads that combine count sums: a power of two, at most 256
    int together;         // replicas of a block
    int places;           // P
    int replicas;         // R
    int guidances;        // G
    int labels_told;
    int dimension;        // d
    int fed_from;         // place of the first entry in a row
    int fed_count;        // E
    int state_size;
    int reference;        // first entry of the reference among those that means act on
    int step;             // within the launches that the clock begins; -1 before the first
};

/** Sums of each replica, over all labels S apart. */
__device__ __forceinline__ int sums_of_guidance(const FeedBack& f) {
    return SUMS_PER_UNIT * f.labels_told * f.dimension;
}

/** Where the totals of a step begin [V][P]. */
__device__ __forceinline__ double* totals_at(const FeedBack& f) {
    long long step = f.clock->steps_before + f.step;
    return f.totals + step * f.guidances * sums_of_guidance(f) * f.places;
}

/** Totals of the step. @param first replica of the block */
template <class T>
__device__ __forceinline__ void take_totals(const FeedBack& f, int first) {
    double* totals = totals_at(f);
    int groups = f.together * f.guidances * sums_of_guidance(f);
    for (int base = 0; base < groups * f.width; base += GROUP) {
        int group = (base + (int)threadIdx.x) / f.width;
        int lane = threadIdx.x % f.width;
        int replica = first + group % f.together;
        bool there = group < groups && replica < f.replicas;
        long long at = there ? (long long)(group / f.together) * f.places + replica : 0;
        const T* in = static_cast<const T*>(f.in) + at * f.count;
        double total = combine_group(in, there ? f.count : 0, lane, f.width);
        if (lane == 0 && there) {
            totals[at] = total;
        }
    }
}

/** Departures of the means from the centre [G][d], from totals over every label about the reference of the step. */
__device__ __forceinline__ void take_departures(const FeedBack& f, int first) {
    const double* totals = totals_at(f);
    for (int i = threadIdx.x; i < f.together * f.guidances * f.dimension; i += GROUP) {
        int replica = first + i % f.together;
        int j = i / f.together % f.dimension;
        int g = i / f.together / f.dimension;
        double total = 0.0;
        for (int l = 0; replica < f.replicas && l < f.labels_told; l++) {
            long long sum = g * sums_of_guidance(f) + (l * f.dimension + j) * SUMS_PER_UNIT;
            total = __dadd_rn(total, totals[sum * f.places + replica]);
        }
        if (replica < f.replicas) {
            double reference = f.fed[(g * (long long)f.replicas + replica) * f.fed_count + f.reference + j];
            f.states[(long long)replica * f.state_size + f.own[g] + j] = __dadd_rn(reference, __ddiv_rn(total, (double)f.agents));
        }
    }
}

/** An entry of the next row of guidance g as a replica has it. @param own state of the replica, c modified */
__device__ __forceinline__ float fed_entry(const FeedBack& f, const float* row, int g, int entry, double* own) {
    float value = row[f.fed_from + entry];
    for (int n = f.firsts[g * f.fed_count + entry]; n < f.firsts[g * f.fed_count + entry + 1]; n++) {
        Feed feed = f.feeds[n];
        double change = __dmul_rn((double)row[feed.gain], own[feed.mean]);
        if (feed.carried >= 0) {
            value = (float)__dadd_rn((double)value, own[feed.carried]);
            own[feed.carried] = __dadd_rn(own[feed.carried], change);
        } else {
            value = (float)__dadd_rn((double)value, change);
        }
    }
    return value;
}

/** Every entry of the next row, if the batch has one. */
__device__ __forceinline__ void feed_rows(const FeedBack& f, int first) {
    int next = f.clock->steps_before + f.step + 1;
    for (int i = threadIdx.x; next < f.clock->batch && i < f.together * f.guidances * f.fed_count; i += GROUP) {
        int entry = i % f.fed_count;
        int replica = first + i / f.fed_count % f.together;
        int g = i / f.fed_count / f.together;
        if (replica < f.replicas) {
            const float* row = f.rows + g * f.row_stride + next * f.row_size;
            float value = fed_entry(f, row, g, entry, f.states + (long long)replica * f.state_size);
            f.fed[(g * (long long)f.replicas + replica) * f.fed_count + entry] = value;
        }
    }
}

/** Each block in turn for its replicas. @tparam T of the partial sums */
template <class T>
__device__ __forceinline__ void feed_back(const FeedBack& f) {
    for (long long first = blockIdx.x * (long long)f.together; first < f.replicas; first += gridDim.x * (long long)f.together) {
        if (f.in != nullptr) {
            take_totals<T>(f, (int)first);
            __syncthreads();
            take_departures(f, (int)first);
        }
        __syncthreads();
        feed_rows(f, (int)first);
    }
}

}  // namespace murmuration
