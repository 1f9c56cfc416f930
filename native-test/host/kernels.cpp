// The kernels as g++ sees them: every *.cu that becomes a fat binary.
#include "device.h"

#include "affine.cu"
#include "bridges.cu"
#include "ceilings.cu"
#include "fed.cu"
#include "lanes.cu"
#include "pairs.cu"
#include "patterns.cu"
#include "population.cu"
#include "taped.cu"
