// The kernels as g++ sees them.
#include "device.h"

#include "murmuration.cu"
