// A population with made-up coefficients, and what a run of it leaves behind.
#pragma once

#include <string>
#include <vector>

#include "launch.h"
#include "replicas.cuh"

/** Shape of a problem. */
struct Shape {
    int d;
    int components;
    int guidances;
    int labels;
    int scheme;
    bool diagonal;
    bool affine = false;
    long long agents = 1500;  // of each replica
    int replicas = 1;
    bool energies = true;  // whether agents keep theirs
};

/** How the work is cut up. */
struct Cut {
    device::Order order = device::Order::FORWARD;
    unsigned blocks = 3;  // of kernels whose blocks take one piece of work after the other
    int steps_per_launch = 100;
    bool stored = true;  // whether increments lie in memory for kernels that would read them
};

/** Everything that a run computes. */
struct Outcome {
    std::vector<float> states;
    std::vector<float> energies;
    std::vector<signed char> labels;
    std::vector<float> sums;
    std::vector<unsigned long long> counts;
    unsigned long long offender;
};

/** Where the replicas of a shape lie. */
murmuration::Replicas replicas_of(const Shape& shape);

bool operator==(const Outcome& a, const Outcome& b);

/**
 * Draws starts, counts labels and takes steps with a kernel of width guidances at a time; one of width 0 has every guidance, one step
 * and rows without feeds. @param drift scales the drift up
 */
Outcome run(const Shape& shape, const std::string& kernel, int width, const Cut& cut, float drift = 1.0f);
