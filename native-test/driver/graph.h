// Kernels recorded with their parameters.
#pragma once

#include <vector>

#include "launch.h"

/** Launches in the order in which they were submitted. */
class Graph {
public:
    /** @param parameters copied. @param together whether blocks wait for each other */
    void add(
            device::Entry entry, unsigned blocks, unsigned threads, std::size_t memory, const void* parameters, bool together);

    /** @return whether every kernel came to its end; says on the standard error what went wrong otherwise */
    bool run(device::Order order) const;

private:
    struct Launch {
        device::Entry entry;
        unsigned blocks;
        unsigned threads;
        std::size_t memory;
        std::vector<unsigned long long> parameters;
        bool together;
    };

    std::vector<Launch> launches_;
};
