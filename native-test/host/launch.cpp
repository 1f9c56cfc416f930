#include "launch.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "block.h"

namespace device {

namespace {

std::map<std::string, Entry>& entries() {
    static std::map<std::string, Entry> known;
    return known;
}

std::map<Entry, std::size_t>& parameter_sizes() {
    static std::map<Entry, std::size_t> known;
    return known;
}

/** Blocks that are there together have an operating-system thread each, and with the race detector every block has: races.h. */
std::size_t workers_for(const Grid& grid) {
    return races::DETECTED || grid.together ? grid.blocks : std::min(grid.blocks, std::max(1u, std::thread::hardware_concurrency()));
}

/** Takes blocks off the grid, beginning with `first`, until none is left. */
void work(Block& block, const Grid& grid, unsigned first, std::atomic<unsigned>& next) {
    grid_size.x = grid.blocks;
    block_size.x = grid.threads;
    for (unsigned b = first; b < grid.blocks; b = next++) {
        block_index.x = b;
        block.run(grid);
    }
}

/** Runs the grid with an operating-system thread for each of the workers. */
void run(const Grid& grid, const std::vector<Block*>& workers) {
    std::atomic<unsigned> next{static_cast<unsigned>(workers.size())};
    std::exception_ptr failure;
    std::mutex guard;
    auto guarded = [&](unsigned worker) {
        try {
            work(*workers[worker], grid, worker, next);
        } catch (...) {
            std::lock_guard<std::mutex> lock(guard);
            failure = grid.failed ? failure : std::current_exception();
            grid.failed = true;
        }
    };
    std::vector<std::thread> others;
    for (unsigned worker = 1; worker < workers.size(); worker++) {
        others.emplace_back(guarded, worker);
    }
    guarded(0);
    for (std::thread& other : others) {
        other.join();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

/** A block for each worker, kept from launch to launch: stacks for the fibers are most of the cost of a small one. */
std::vector<Block*> workers(const Grid& grid) {
    static thread_local std::map<unsigned, std::vector<std::unique_ptr<Block>>> kept;
    std::vector<std::unique_ptr<Block>>& own = kept[grid.threads];
    std::vector<Block*> chosen(workers_for(grid));
    for (std::size_t worker = 0; worker < chosen.size(); worker++) {
        if (worker == own.size()) {
            own.push_back(std::make_unique<Block>(grid.threads));
        }
        chosen[worker] = own[worker].get();
    }
    return chosen;
}

}  // namespace

Registration::Registration(const char* name, Entry entry, std::size_t parameter_size) {
    entries()[name] = entry;
    parameter_sizes()[entry] = parameter_size;
}

std::size_t parameter_size(Entry entry) {
    return parameter_sizes().at(entry);
}

Entry find(const std::string& name) {
    auto found = entries().find(name);
    return found == entries().end() ? nullptr : found->second;
}

std::vector<std::string> names() {
    std::vector<std::string> all;
    for (auto& [name, entry] : entries()) {
        all.push_back(name);
    }
    return all;
}

void launch(
        Entry entry, unsigned blocks, unsigned threads, const void* parameters, Order order, std::size_t memory, bool together) {
    Grid grid{entry, parameters, blocks, threads, memory, order, together};
    run(grid, workers(grid));
}

}  // namespace device
