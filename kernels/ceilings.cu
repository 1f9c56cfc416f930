// Entry points that measure a device.
#include "ceilings.cuh"

using namespace murmuration;

KERNEL(multiply_adds, Rounds, p) { multiply_add_rounds(p); }

KERNEL(products, Rounds, p) { product_rounds(p); }
