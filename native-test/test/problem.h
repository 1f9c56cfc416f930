// A population with made-up coefficients, and what a run of it leaves behind.
#pragma once

#include <string>
#include <vector>

#include "launch.h"

/** Shape of a problem. */
struct Shape {
    int d;
    int components;
    int guidances;
    int labels;
    int scheme;
    bool diagonal;
    long long agents = 1500;
};

/** How the work is cut up. */
struct Cut {
    device::Order order = device::Order::FORWARD;
    unsigned blocks = 3;
    int steps_per_launch = 100;
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

bool operator==(const Outcome& a, const Outcome& b);

/** Draws starts, counts labels and takes steps with a kernel of width guidances at a time. @param drift scales the drift up */
Outcome run(const Shape& shape, const std::string& kernel, int width, const Cut& cut, float drift = 1.0f);
