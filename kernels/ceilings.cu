// Entry points that measure a device.
#include "ceilings.cuh"

using namespace murmuration;

KERNEL(256, multiply_adds, Rounds, p) { multiply_add_rounds(p); }

KERNEL(256, products, Rounds, p) { product_rounds(p); }
