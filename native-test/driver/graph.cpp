#include "graph.h"

#include <cstdio>
#include <cstring>
#include <exception>

void Graph::add(
        device::Entry entry, unsigned blocks, unsigned threads, std::size_t memory, const void* parameters, bool together) {
    std::size_t size = device::parameter_size(entry);
    std::vector<unsigned long long> copy((size + 7) / 8);
    std::memcpy(copy.data(), parameters, size);
    launches_.push_back({entry, blocks, threads, memory, copy, together});
}

bool Graph::run(device::Order order) const {
    try {
        for (const Launch& launch : launches_) {
            device::launch(
                    launch.entry, launch.blocks, launch.threads, launch.parameters.data(), order, launch.memory, launch.together);
        }
        return true;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "emulated driver: %s\n", failure.what());
        return false;
    }
}
