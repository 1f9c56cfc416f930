// Every kernel, in one unit: one fat binary holds machine code for each target, and PTX for newer ones.
#include "advance.cu"
#include "fed.cu"
#include "population.cu"
#include "taped.cu"
#include "pairs.cu"
#include "patterns.cu"
#include "ceilings.cu"
