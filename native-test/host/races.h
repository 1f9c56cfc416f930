// What the thread sanitizer is told of CUDA threads where it serves as a race detector; nothing in other builds.
//
// To it every CUDA thread is a thread of its own, and nothing orders two of them but launches, barriers, __syncwarp, and a number that one
// announces and another waits for: neither their turns, nor a shuffle or a reduction over a warp, nor atomics, which are relaxed. Every block of a grid has an operating-system thread
// and thereby shared memory of its own, so any two blocks are unordered and share none. Seen is what a launch does, in whatever order
// of threads. Not seen is a race with an access that later ones of the same eight bytes have displaced: four are kept. The runtimes of
// GCC 13 and later moreover keep 255 threads apart at a time, and miss some races of more.
#pragma once

#if defined(DETECT_RACES)
#include <sanitizer/tsan_interface.h>
#endif

namespace device::races {

#if defined(DETECT_RACES)

inline constexpr bool DETECTED = true;

/** A thread as the detector knows it. Entering and leaving it orders nothing. */
class Identity {
public:
    Identity() : own_(__tsan_create_fiber(0)) {}
    ~Identity() { __tsan_destroy_fiber(own_); }
    Identity(const Identity&) = delete;
    Identity& operator=(const Identity&) = delete;

    void enter() {
        around_ = __tsan_get_current_fiber();
        __tsan_switch_to_fiber(own_, __tsan_switch_to_fiber_no_sync);
    }

    void leave() { __tsan_switch_to_fiber(around_, __tsan_switch_to_fiber_no_sync); }

private:
    void* own_;
    void* around_ = nullptr;
};

/** What a thread did before it reached the point is ordered before what others do after they passed it. */
class Point {
public:
    void reached() { __tsan_release(this); }
    void passed() { __tsan_acquire(this); }
};

#else

inline constexpr bool DETECTED = false;

struct Identity {
    void enter() {}
    void leave() {}
};

struct Point {
    void reached() {}
    void passed() {}
};

#endif

}  // namespace device::races
