// What is asked of the agents of each replica and of their copies under another guidance: ensemble.PairedSurvey.
#pragma once

#include "replicas.cuh"
#include "reproducible_math.cuh"
#include "survey_columns.cuh"

namespace murmuration {

constexpr int POWERS = 3;
constexpr int MEASURED_NUMBERS = 4;

/** D numbers are measured of an agent, E energies of agents and copies are asked for. Arrays are padded to whole tiles. */
struct PairedSurvey {
    const float* states;           // [d][stride]
    const float* copies;           // [d][stride]
    const float* energies;         // [stride], or null where none are kept
    const float* copies_energies;  // [stride], or null
    const double* measured;        // [D][4]: coordinate; radians for each unit, or 0 for the coordinate itself; whether the sine; expected
    double* sums;                  // [R][D + 1 + 6 + E], overwritten
    long long stride;
    Replicas replicas;
    int numbers;   // D
    int energies_asked;  // E

    __device__ __forceinline__ int size() const { return numbers + 1 + 2 * POWERS + energies_asked; }

    /** The m-th number of the agent at a place. */
    __device__ __forceinline__ float of(const float* all, int m, long long place) const {
        const double* about = measured + MEASURED_NUMBERS * m;
        float x = all[(long long)about[0] * stride + place];
        float turn = (float)about[1];
        if (turn == 0.0f) {
            return x;
        }
        return about[2] != 0.0 ? reproducible_sin(turn * x) : reproducible_cos(turn * x);
    }

    __device__ __forceinline__ double difference(int m, long long place) const {
        return (double)of(states, m, place) - (double)of(copies, m, place);
    }
};

/** The power of the mean number about what is expected of it. */
__device__ __forceinline__ double power_of_mean(const PairedSurvey& s, const float* all, int power, long long place) {
    double sum = 0.0;
    for (int m = 0; m < s.numbers; m++) {
        sum += (double)s.of(all, m, place) - s.measured[MEASURED_NUMBERS * m + 3];
    }
    double mean = sum / s.numbers;
    return power == 0 ? mean : power == 1 ? mean * mean : mean * mean * mean;
}

/** Adds what the agent at a place adds to a sum. */
__device__ __forceinline__ double add_pair(const PairedSurvey& s, int sum, long long place, double so_far) {
    int power = sum - s.numbers - 1;
    if (sum < s.numbers) {
        return so_far + s.difference(sum, place);
    }
    if (power < 0) {
        for (int m = 0; m < s.numbers; m++) {
            double distance = s.difference(m, place);
            so_far += distance * distance;
        }
        return so_far;
    }
    if (power < 2 * POWERS) {
        return so_far + power_of_mean(s, power < POWERS ? s.states : s.copies, power % POWERS, place);
    }
    const float* energies = power == 2 * POWERS ? s.energies : s.copies_energies;
    return energies == nullptr ? so_far : so_far + energies[place];
}

/** One sum of one replica after the other. */
__device__ __forceinline__ void sum_pairs_of_replicas(const PairedSurvey& s) {
    __shared__ double columns[COLUMNS];
    int width = s.replicas.agents < COLUMNS ? (int)s.replicas.agents : COLUMNS;
    for (long long piece = block(); piece < (long long)s.replicas.count * s.size(); piece += blocks()) {
        long long replica = piece / s.size();
        double own = 0.0;
        for (long long i = threadIdx.x; i < s.replicas.agents; i += COLUMNS) {
            own = add_pair(s, (int)(piece % s.size()), s.replicas.place(replica, i), own);
        }
        double total = halve_columns(own, columns, width);
        if (threadIdx.x == 0) {
            s.sums[piece] = total;
        }
    }
}

}  // namespace murmuration
