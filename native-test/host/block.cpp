#include "block.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <thread>

namespace device {

thread_local Index thread_index;
thread_local Index block_index;
thread_local Index grid_size;
thread_local Index block_size;

namespace {

constexpr unsigned WARP = 32;

thread_local Block* running = nullptr;

void combine_predicates(Thread* threads, unsigned count) {
    bool any = std::any_of(threads, threads + count, [](const Thread& thread) { return thread.predicate != 0; });
    std::for_each(threads, threads + count, [&](Thread& thread) { thread.predicate = any; });
}

void exchange_values(Thread* lanes, unsigned count) {
    std::for_each(lanes, lanes + count, [&](Thread& lane) { lane.received = lanes[lane.from].offered; });
}

void take_least(Thread* lanes, unsigned count) {
    unsigned least = lanes[0].value;
    std::for_each(lanes, lanes + count, [&](Thread& lane) { least = std::min(least, lane.value); });
    std::for_each(lanes, lanes + count, [&](Thread& lane) { lane.value = least; });
}

void exchange(Waiting what, Thread* threads, unsigned count) {
    if (what == Waiting::BARRIER) {
        combine_predicates(threads, count);
    } else if (what == Waiting::SHUFFLE) {
        exchange_values(threads, count);
    } else {
        take_least(threads, count);
    }
}

void wait(Waiting what) {
    Thread& thread = running->current();
    thread.waiting = what;
    thread.fiber.yield();
}

/** A wait that orders memory as well. */
void wait_in_order(Meeting& meeting, Waiting what) {
    races::Point& point = meeting.point();
    point.reached();
    wait(what);
    point.passed();
}

}  // namespace

Block::Block(unsigned threads) : threads_(threads), whole_(0, threads), turns_(threads) {
    for (unsigned first = 0; first < threads; first += WARP) {
        warps_.emplace_back(first, WARP);
    }
}

void Block::run(const Grid& grid) {
    running = this;
    grid_ = &grid;
    memory_.assign(grid.memory / sizeof(float), std::numeric_limits<float>::quiet_NaN());
    std::iota(turns_.begin(), turns_.end(), 0u);
    if (grid.order == Order::REVERSE) {
        std::reverse(turns_.begin(), turns_.end());
    }
    for (Thread& thread : threads_) {
        thread.fiber.reset(&Block::body, this);
        thread.waiting = Waiting::NO;
    }
    begins_.reached();
    while (round()) {
    }
    ends_.passed();
}

Meeting& Block::warp() { return warps_[thread_index.x / WARP]; }

void Block::body(void* self) {
    Block* block = static_cast<Block*>(self);
    block->begins_.passed();
    block->grid_->entry(block->grid_->parameters);
    block->ends_.reached();
    block->current().waiting = Waiting::ENDED;
}

/** Runs every thread that can go on, then lets go those that wait for each other. @return whether any is left */
bool Block::round() {
    if (grid_->order == Order::SHUFFLED) {
        std::shuffle(turns_.begin(), turns_.end(), random_);
    }
    for (unsigned i : turns_) {
        if (threads_[i].waiting == Waiting::NO) {
            thread_index.x = i;
            threads_[i].fiber.resume();
        }
    }
    if (all(whole_, Waiting::ENDED)) {
        return false;
    }
    bool released = let_go(whole_, Waiting::BARRIER);
    for (Meeting& warp : warps_) {
        released = let_go(warp, Waiting::SHUFFLE) || let_go(warp, Waiting::LEAST) || released;
    }
    if (!let_look() && !released) {
        throw std::logic_error("the threads of a block wait for different things");
    }
    return true;
}

/** Lets those look again that wait for other blocks. @return whether there are any */
bool Block::let_look() {
    auto waits = [](const Thread& thread) { return thread.waiting == Waiting::OTHERS; };
    if (std::none_of(threads_.begin(), threads_.end(), waits)) {
        return false;
    }
    if (grid_->failed) {
        throw std::logic_error("a block waits for one that has failed");
    }
    std::this_thread::yield();
    for (Thread& thread : threads_) {
        thread.waiting = waits(thread) ? Waiting::NO : thread.waiting;
    }
    return true;
}

bool Block::all(const Meeting& meeting, Waiting what) const {
    auto first = threads_.begin() + meeting.first;
    return std::all_of(first, first + meeting.count, [&](const Thread& thread) { return thread.waiting == what; });
}

/** Holds a meeting if all have come. @return whether they have */
bool Block::let_go(Meeting& meeting, Waiting what) {
    if (!all(meeting, what)) {
        return false;
    }
    Thread* threads = &threads_[meeting.first];
    exchange(what, threads, meeting.count);
    std::for_each(threads, threads + meeting.count, [](Thread& thread) { thread.waiting = Waiting::NO; });
    meeting.held();
    return true;
}

int barrier(int predicate) {
    Thread& thread = running->current();
    thread.predicate = predicate;
    wait_in_order(running->whole(), Waiting::BARRIER);
    return thread.predicate;
}

float* block_memory() { return running->memory(); }

namespace {

/** @param from lane that it wants the value of */
float shuffle(float value, unsigned from) {
    Thread& thread = running->current();
    thread.offered = value;
    thread.from = from;
    wait(Waiting::SHUFFLE);
    return thread.received;
}

}  // namespace

float shuffle_down(float value, unsigned distance) {
    unsigned lane = thread_index.x % WARP;
    return shuffle(value, lane + distance < WARP ? lane + distance : lane);
}

float shuffle_from(float value, unsigned lane) { return shuffle(value, lane); }

unsigned reduce_min(unsigned value) {
    Thread& thread = running->current();
    thread.value = value;
    wait(Waiting::LEAST);
    return thread.value;
}

void warp_barrier() { wait_in_order(running->warp(), Waiting::LEAST); }

void let_others() { wait(Waiting::OTHERS); }

}  // namespace device
