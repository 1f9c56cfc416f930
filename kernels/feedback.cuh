// What the means of populations do to the next step: ensemble.Feedback, in double precision and in its order. A block has some replicas
// to itself, so nothing but the order of launches stands between one step and the next.
#pragma once

#include "advance.cuh"
#include "averages.cuh"
#include "combine.cuh"
#include "replica_tape.cuh"

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
    double* totals;       // [V][P] step by step, those of the step overwritten
    double* states;       // departures [followed], averages and c of each guidance [R][state_size], modified
    float* fed;           // the entries as the step had them, then as the next has them [G][R][E], modified
    const float* rows;    // schedule rows of the batch [G][row_stride]
    const int* firsts;    // first feed of each entry [G E + 1]
    const Feed* feeds;    // in the order of entries
    const int* own;       // where the departures of each guidance begin in a state [G]
    const Clock* clock;
    const Average* averages;
    const long long* counts;  // agents of each label [R][L]
    ReplicaTape tape;
    Replicas replicas;
    long long row_stride;
    long long row_size;
    long long totals_stride;  // from those of a step to those of the next
    long long count;
    int width;            // threads that combine count sums: a power of two, at most 256
    int together;         // replicas of a block
    int places;           // P
    int guidances;        // G
    SumLayout layout;
    int followed;         // channels whose mean is taken
    int fed_from;         // place of the first entry in a row
    int fed_count;        // E
    int state_size;
    int reference;        // first entry of the reference among those that means act on
    int shared_from;      // first of the values of the replica among them
    int step;             // within the launches that the clock begins; -1 before the first
};

/** Where the totals of a step begin [V][P]. */
__device__ __forceinline__ double* totals_at(const FeedBack& f) {
    return f.totals + (f.clock->steps_before + f.step) * f.totals_stride;
}

/** Totals of the step. @param first replica of the block */
template <class T>
__device__ __forceinline__ void take_totals(const FeedBack& f, int first) {
    double* totals = totals_at(f);
    int groups = f.together * f.guidances * f.layout.size();
    for (int base = 0; base < groups * f.width; base += GROUP) {
        int group = (base + (int)threadIdx.x) / f.width;
        int lane = threadIdx.x % f.width;
        int replica = first + group % f.together;
        bool there = group < groups && replica < f.replicas.count;
        long long at = there ? (long long)(group / f.together) * f.places + replica : 0;
        const T* in = static_cast<const T*>(f.in) + at * f.count;
        double total = combine_group(in, there ? f.count : 0, lane, f.width);
        if (lane == 0 && there) {
            totals[at] = total;
        }
    }
}

/** Entries of the row of a guidance as a replica has it. */
__device__ __forceinline__ float* fed_at(const FeedBack& f, int replica, int g) {
    return f.fed + (g * (long long)f.replicas.count + replica) * f.fed_count;
}

/** The sums of the step. */
__device__ __forceinline__ ReplicaSums sums_at(const FeedBack& f, int replica, int g) {
    return {f.layout, totals_at(f) + g * f.layout.size() * (long long)f.places + replica, f.places};
}

/** Where the departures of a guidance begin, then its averages. */
__device__ __forceinline__ double* state_at(const FeedBack& f, int replica, int g) {
    return f.states + (long long)replica * f.state_size + f.own[g];
}

/** Departures of the means from the centre, from totals over every label about the reference of the step; then averages. */
__device__ __forceinline__ void take_means(const FeedBack& f, int replica, int g, int i) {
    const float* reference = fed_at(f, replica, g) + f.reference;
    ReplicaSums sums = sums_at(f, replica, g);
    double everyone = (double)f.replicas.agents;
    if (i < f.followed) {
        state_at(f, replica, g)[i] = __dadd_rn((double)reference[i], __ddiv_rn(sums.total(i, 0), everyone));
    } else {
        Average taken = f.averages[i - f.followed];
        long long of_label = taken.label == 0 ? 0 : f.counts[(long long)replica * f.layout.labels + taken.label - 1];
        state_at(f, replica, g)[i] = average(taken, sums, reference, taken.label == 0 ? everyone : (double)of_label);
    }
}

/** The same for every guidance of the replicas of a block. */
__device__ __forceinline__ void take_all_means(const FeedBack& f, int first) {
    int means = f.followed + f.tape.averages;
    for (int i = threadIdx.x; i < f.together * f.guidances * means; i += GROUP) {
        int replica = first + i % f.together;
        if (replica < f.replicas.count) {
            take_means(f, replica, i / f.together / means, i / f.together % means);
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
        if (replica < f.replicas.count) {
            const float* row = f.rows + g * f.row_stride + next * f.row_size;
            fed_at(f, replica, g)[entry] = fed_entry(f, row, g, entry, f.states + (long long)replica * f.state_size);
        }
    }
}

/** Whether means act on the rows of a guidance at all; others have the values of replicas already. */
__device__ __forceinline__ bool has_feeds(const FeedBack& f, int g) {
    return f.firsts[g * f.fed_count] < f.firsts[(g + 1) * f.fed_count];
}

/** The values of one replica in the next row. @param slots from one to the next a stride */
__device__ __forceinline__ void share(const FeedBack& f, int replica, int g, float* slots, int stride) {
    int next = f.clock->steps_before + f.step + 1;
    float* fed = fed_at(f, replica, g);
    ReplicaFrame frame = {slots, stride, f.rows + g * f.row_stride + next * f.row_size, fed};
    const double* averages = state_at(f, replica, g) + f.followed;
    int number = f.clock->first_step + f.step + 1;
    run_replica(f.tape, frame, averages, first_column(f.replicas, replica), number, fed + f.shared_from);
}

/** Values of all replicas of a block in the next row, if the batch has one; a thread for each replica and guidance. */
__device__ __forceinline__ void share_all(const FeedBack& f, int first) {
    BLOCK_MEMORY(memory);
    int tasks = f.together * f.guidances;
    bool wanted = f.tape.outputs > 0 && f.clock->steps_before + f.step + 1 < f.clock->batch;
    for (int i = threadIdx.x; wanted && i < tasks; i += GROUP) {
        int g = i / f.together;
        if (first + i % f.together < f.replicas.count && has_feeds(f, g)) {
            share(f, first + i % f.together, g, memory + i, tasks);
        }
    }
}

/** From the means to the next row of the replicas of a block. */
__device__ __forceinline__ void make_rows(const FeedBack& f, int first) {
    feed_rows(f, first);
    __syncthreads();
    share_all(f, first);
}

/** Each block in turn for its replicas. @tparam T of the partial sums */
template <class T>
__device__ __forceinline__ void feed_back(const FeedBack& f) {
    for (long long first = blockIdx.x * (long long)f.together; first < f.replicas.count; first += gridDim.x * (long long)f.together) {
        if (f.in != nullptr) {
            take_totals<T>(f, (int)first);
            __syncthreads();
            take_all_means(f, (int)first);
        }
        __syncthreads();
        make_rows(f, (int)first);
    }
}

}  // namespace murmuration
