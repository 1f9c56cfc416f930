// A block: its threads are fibers of one operating-system thread, which take turns and wait for each other.
#pragma once

#include <atomic>
#include <random>
#include <vector>

#include "fiber.h"
#include "launch.h"
#include "races.h"

namespace device {

/** A launch. */
struct Grid {
    Entry entry;
    const void* parameters;
    unsigned blocks;
    unsigned threads;    // of a block
    std::size_t memory;  // that they share, bytes
    Order order;
    bool together;       // whether all blocks are there at the same time
    mutable std::atomic<bool> failed{false};
};

enum class Waiting { NO, BARRIER, SHUFFLE, LEAST, OTHERS, ENDED };

struct Thread {
    Fiber fiber;
    Waiting waiting = Waiting::NO;
    int predicate = 0;
    float offered = 0;
    unsigned from = 0;
    float received = 0;
    unsigned value = 0;
};

/** Threads [first, first + count) of a block that wait for each other. */
class Meeting {
public:
    Meeting(unsigned first, unsigned count) : first(first), count(count) {}

    /** What the next meeting of these threads orders, if it orders memory at all. */
    races::Point& point() { return points_[held_ % 2]; }

    void held() { held_++; }

    const unsigned first;
    const unsigned count;

private:
    // In turn: a thread may have reached the next meeting while another has yet to pass this one.
    races::Point points_[2];
    unsigned held_ = 0;
};

/** One block of a grid after the other. */
class Block {
public:
    explicit Block(unsigned threads);

    /** @throws std::logic_error its threads wait for different things */
    void run(const Grid& grid);

    Thread& current() { return threads_[thread_index.x]; }
    Meeting& whole() { return whole_; }
    Meeting& warp();
    float* memory() { return memory_.data(); }

private:
    static void body(void* self);
    bool round();
    bool all(const Meeting& meeting, Waiting what) const;
    bool let_go(Meeting& meeting, Waiting what);
    bool let_look();

    std::vector<Thread> threads_;
    Meeting whole_;
    std::vector<Meeting> warps_;
    std::vector<float> memory_;
    std::vector<unsigned> turns_;
    std::mt19937 random_{1};
    const Grid* grid_ = nullptr;
    races::Point begins_;
    races::Point ends_;
};

}  // namespace device
