#include "launch.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <random>
#include <stdexcept>
#include <thread>
#include <utility>

#include "fiber.h"

namespace device {

thread_local Index thread_index;
thread_local Index block_index;
thread_local Index grid_size;
thread_local Index block_size;

namespace {

constexpr unsigned WARP = 32;

std::map<std::string, Entry>& entries() {
    static std::map<std::string, Entry> known;
    return known;
}

std::map<Entry, std::size_t>& sizes() {
    static std::map<Entry, std::size_t> known;
    return known;
}

enum class Waiting { NO, BARRIER, SHUFFLE, LEAST, ENDED };

struct Thread {
    Fiber fiber;
    Waiting waiting = Waiting::NO;
    int predicate = 0;
    float offered = 0;
    unsigned distance = 0;
    float received = 0;
    unsigned value = 0;
};

/** One block at a time; reused from block to block. */
class Block {
public:
    Block(unsigned threads, Order order) : threads_(threads), order_(threads) {
        std::iota(order_.begin(), order_.end(), 0u);
        if (order == Order::REVERSE) {
            std::reverse(order_.begin(), order_.end());
        }
        shuffle_ = order == Order::SHUFFLED;
    }

    void run(Entry entry, const void* parameters) {
        entry_ = entry;
        parameters_ = parameters;
        for (Thread& thread : threads_) {
            thread.fiber.reset(&Block::body, this);
            thread.waiting = Waiting::NO;
        }
        while (round()) {
        }
    }

    Thread& current() { return threads_[thread_index.x]; }

    int reduced = 0;

private:
    static void body(void* self) {
        Block* block = static_cast<Block*>(self);
        block->entry_(block->parameters_);
        block->current().waiting = Waiting::ENDED;
    }

    /** Runs every thread that can go on, then lets go those that wait for each other. @return whether any is left */
    bool round() {
        if (shuffle_) {
            std::shuffle(order_.begin(), order_.end(), random_);
        }
        for (unsigned i : order_) {
            if (threads_[i].waiting == Waiting::NO) {
                thread_index.x = i;
                threads_[i].fiber.resume();
            }
        }
        if (all(0, threads_.size(), Waiting::ENDED)) {
            return false;
        }
        bool released = release_barrier();
        for (unsigned warp = 0; warp < threads_.size(); warp += WARP) {
            released = release_shuffle(warp) || release_least(warp) || released;
        }
        if (!released) {
            throw std::logic_error("the threads of a block wait for different things");
        }
        return true;
    }

    bool all(std::size_t from, std::size_t to, Waiting what) const {
        for (std::size_t i = from; i < to; i++) {
            if (threads_[i].waiting != what) {
                return false;
            }
        }
        return true;
    }

    bool release_barrier() {
        if (!all(0, threads_.size(), Waiting::BARRIER)) {
            return false;
        }
        reduced = 0;
        for (Thread& thread : threads_) {
            reduced = reduced || thread.predicate;
            thread.waiting = Waiting::NO;
        }
        return true;
    }

    bool release_shuffle(unsigned warp) {
        if (!all(warp, warp + WARP, Waiting::SHUFFLE)) {
            return false;
        }
        for (unsigned lane = 0; lane < WARP; lane++) {
            Thread& thread = threads_[warp + lane];
            unsigned from = lane + thread.distance;
            thread.received = threads_[warp + (from < WARP ? from : lane)].offered;
        }
        for (unsigned lane = 0; lane < WARP; lane++) {
            threads_[warp + lane].waiting = Waiting::NO;
        }
        return true;
    }

    bool release_least(unsigned warp) {
        if (!all(warp, warp + WARP, Waiting::LEAST)) {
            return false;
        }
        unsigned least = threads_[warp].value;
        for (unsigned lane = 1; lane < WARP; lane++) {
            least = std::min(least, threads_[warp + lane].value);
        }
        for (unsigned lane = 0; lane < WARP; lane++) {
            threads_[warp + lane].value = least;
            threads_[warp + lane].waiting = Waiting::NO;
        }
        return true;
    }

    std::vector<Thread> threads_;
    std::vector<unsigned> order_;
    std::mt19937 random_{1};
    bool shuffle_ = false;
    Entry entry_ = nullptr;
    const void* parameters_ = nullptr;
};

thread_local Block* running = nullptr;

/** Takes blocks off the grid until none is left. */
void work(Entry entry, unsigned blocks, unsigned threads, const void* parameters, Order order, std::atomic<unsigned>& next) {
    // Kept from launch to launch: stacks for its fibers are most of the cost of a small one.
    static thread_local std::map<std::pair<unsigned, Order>, std::unique_ptr<Block>> kept;
    std::unique_ptr<Block>& own = kept[{threads, order}];
    if (own == nullptr) {
        own = std::make_unique<Block>(threads, order);
    }
    Block& block = *own;
    running = &block;
    grid_size.x = blocks;
    block_size.x = threads;
    for (unsigned b = next++; b < blocks; b = next++) {
        block_index.x = b;
        block.run(entry, parameters);
    }
}

}  // namespace

Registration::Registration(const char* name, Entry entry, std::size_t parameter_size) {
    entries()[name] = entry;
    sizes()[entry] = parameter_size;
}

std::size_t parameter_size(Entry entry) {
    return sizes().at(entry);
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

int barrier(int predicate) {
    Thread& thread = running->current();
    thread.predicate = predicate;
    thread.waiting = Waiting::BARRIER;
    thread.fiber.yield();
    return running->reduced;
}

float shuffle_down(float value, unsigned distance) {
    Thread& thread = running->current();
    thread.offered = value;
    thread.distance = distance;
    thread.waiting = Waiting::SHUFFLE;
    thread.fiber.yield();
    return thread.received;
}

unsigned reduce_min(unsigned value) {
    Thread& thread = running->current();
    thread.value = value;
    thread.waiting = Waiting::LEAST;
    thread.fiber.yield();
    return thread.value;
}

void warp_barrier() { reduce_min(0); }

void launch(Entry entry, unsigned blocks, unsigned threads, const void* parameters, Order order) {
    std::atomic<unsigned> next{0};
    std::exception_ptr failure;
    std::mutex guard;
    auto guarded = [&] {
        try {
            work(entry, blocks, threads, parameters, order, next);
        } catch (...) {
            std::lock_guard<std::mutex> lock(guard);
            failure = std::current_exception();
        }
    };
    std::vector<std::thread> others;
    for (unsigned t = 1; t < std::min(blocks, std::max(1u, std::thread::hardware_concurrency())); t++) {
        others.emplace_back(guarded);
    }
    guarded();
    for (std::thread& other : others) {
        other.join();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

}  // namespace device
