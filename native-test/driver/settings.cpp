#include "settings.h"

#include <cstdlib>

namespace {

std::string text(const char* variable, const char* otherwise) {
    const char* value = std::getenv(variable);
    return value == nullptr ? otherwise : value;
}

device::Order order_named(const std::string& name) {
    return name == "reverse" ? device::Order::REVERSE
            : name == "shuffled" ? device::Order::SHUFFLED : device::Order::FORWARD;
}

}  // namespace

const Settings& Settings::get() {
    static const Settings settings = {
            text("EMULATED_DRIVER_NAME", "Emulated device (host build of the kernels)"),
            std::stoi(text("EMULATED_DRIVER_VERSION", "13000")),
            std::stoi(text("EMULATED_DRIVER_DEVICES", "1")),
            std::stoull(text("EMULATED_DRIVER_MEMORY", "4294967296")),
            order_named(text("EMULATED_DRIVER_ORDER", "forward"))};
    return settings;
}
