// Launches kernels of the host build.
#pragma once

#include <string>
#include <vector>

#include "device.h"

namespace device {

/** In which order the threads of a block run between two barriers. */
enum class Order { FORWARD, REVERSE, SHUFFLED };

/** The entry point of that name, or null. */
Entry find(const std::string& name);

/** Bytes of the parameter struct of an entry point. */
std::size_t parameter_size(Entry entry);

/** Names of every entry point. */
std::vector<std::string> names();

/**
 * Runs a grid of blocks to its end, blocks spread over operating-system threads.
 *
 * @param threads of a block, a multiple of 32
 * @param memory bytes that the threads of a block share
 * @param together whether blocks wait for each other: all are there at the same time
 * @throws std::logic_error the threads of a block wait for different things
 */
void launch(
        Entry entry, unsigned blocks, unsigned threads, const void* parameters, Order order = Order::FORWARD, std::size_t memory = 0,
        bool together = false);

}  // namespace device
