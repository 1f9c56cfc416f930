// Entry points of pair means: tables, cells, batches, and sums over partners by the interpreter of tapes.
#include "pair_batch.cuh"
#include "pair_means.cuh"
#include "pair_sums.cuh"

using namespace murmuration;

/** What is read of agents, agent by agent. */
KERNEL(pair_table, PairTable, p) { gather_pairs(p); }

/** Cells of agents. */
KERNEL(pair_cells, PairCells, p) { tell_cells(p); }

/** A stable sort by one digit: how often tiles have it, where its agents go, and there they go. */
KERNEL(cell_counts, CellSort, s) { count_digits(s); }
KERNEL(cell_places, CellSort, s) { place_digits(s); }
KERNEL(cell_sort, CellSort, s) { sort_digits(s); }

/** Where cells begin. */
KERNEL(cell_begins, CellBegins, b) { find_cells(b); }

/** Who is whose partner in a step. */
KERNEL(pair_shifts, PairShifts, p) { draw_shifts(p); }

/** Sums over runs of partners. */
KERNEL_FOR(1, pair_sums, PairSums, p) { sum_pairs<InterpretedPairs>(p); }

/** Runs to means. */
KERNEL(pair_means, PairMeans, p) { average_pairs(p); }
