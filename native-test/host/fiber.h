// A flow of control with a stack of its own, switched by hand.
#pragma once

#include <cstddef>
#include <memory>

#include "races.h"

namespace device {

class Fiber {
public:
    Fiber();

    /** Prepares to run body(argument) from its beginning. The one before must have ended. */
    void reset(void (*body)(void*), void* argument);

    /** Runs until it yields or ends; called from outside. */
    void resume();

    /** Goes back to whoever resumed; called from inside. */
    void yield();

    bool ended() const { return ended_; }

private:
    static void begin();

    races::Identity identity_;
    std::unique_ptr<char[]> stack_;
    void* inside_ = nullptr;
    void* outside_ = nullptr;
    void (*body_)(void*) = nullptr;
    void* argument_ = nullptr;
    bool ended_ = true;
};

}  // namespace device
