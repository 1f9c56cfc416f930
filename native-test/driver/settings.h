// What the emulated machine is like; each setting is read from the environment once.
#pragma once

#include <cstddef>
#include <string>

#include "launch.h"

struct Settings {
    std::string name;        // EMULATED_DRIVER_NAME
    int version;             // EMULATED_DRIVER_VERSION, as cuDriverGetVersion gives it
    int devices;             // EMULATED_DRIVER_DEVICES
    std::size_t memory;      // EMULATED_DRIVER_MEMORY, bytes
    device::Order order;     // EMULATED_DRIVER_ORDER: forward, reverse or shuffled

    static const Settings& get();
};
