// Device memory of the emulated driver: host memory, accounted for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>

/** Allocations, and how much of the emulated card they leave. */
class Memory {
public:
    explicit Memory(std::size_t total) : total_(total) {}

    /** Address of size bytes, filled with garbage at its begin; 0 if they do not fit. */
    std::uint64_t allocate(std::size_t size);

    /** @return whether the address was one of an allocation */
    bool free(std::uint64_t address);

    /** Whether size bytes from the address on lie in one allocation. */
    bool holds(std::uint64_t address, std::size_t size) const;

    std::size_t total() const { return total_; }
    std::size_t left() const;

private:
    const std::size_t total_;
    std::size_t used_ = 0;
    std::map<std::uint64_t, std::size_t> sizes_;
    mutable std::mutex guard_;
};
