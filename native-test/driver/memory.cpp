#include "memory.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace {

/** More than that of one allocation is there to be full, not to be read. */
constexpr std::size_t FILLED = std::size_t{1} << 24;

}  // namespace

std::uint64_t Memory::allocate(std::size_t size) {
    std::lock_guard<std::mutex> lock(guard_);
    if (size == 0 || size > total_ - used_) {
        return 0;
    }
    void* block = std::malloc(size);
    if (block == nullptr) {
        return 0;
    }
    std::memset(block, 0xA5, std::min(size, FILLED));
    std::uint64_t address = reinterpret_cast<std::uint64_t>(block);
    sizes_[address] = size;
    used_ += size;
    return address;
}

bool Memory::free(std::uint64_t address) {
    std::lock_guard<std::mutex> lock(guard_);
    auto found = sizes_.find(address);
    if (found == sizes_.end()) {
        return false;
    }
    used_ -= found->second;
    sizes_.erase(found);
    std::free(reinterpret_cast<void*>(address));
    return true;
}

bool Memory::holds(std::uint64_t address, std::size_t size) const {
    std::lock_guard<std::mutex> lock(guard_);
    auto next = sizes_.upper_bound(address);
    if (next == sizes_.begin()) {
        return false;
    }
    auto own = std::prev(next);
    return address + size <= own->first + own->second;
}

std::size_t Memory::left() const {
    std::lock_guard<std::mutex> lock(guard_);
    return total_ - used_;
}
