// Kernels over a whole population that take no step: starts, totals of tile sums, feedback, labels, and what is asked of agents as they are.
#include "combine.cuh"
#include "feedback.cuh"
#include "labels.cuh"
#include "paired_survey.cuh"
#include "population.cuh"
#include "survey.cuh"

using namespace murmuration;

/** Puts agents where they start, and sums the starts up tile by tile. */
KERNEL_FOR(1, populate_tiles, Population, p) { populate(p); }

/** First pass over tile sums: every 256 tiles to one float64. */
KERNEL(combine_tiles, Combine, c) { combine_all<float>(c); }

/** Further passes: every 256 totals to one. */
KERNEL(combine_totals, Combine, c) { combine_all<double>(c); }

/** Totals of a step from its tile sums, and what the means do to the next one. */
KERNEL_FOR(1, feed_back_tiles, FeedBack, f) { feed_back<float>(f); }

/** The same from totals over groups of tiles. */
KERNEL_FOR(1, feed_back_totals, FeedBack, f) { feed_back<double>(f); }

/** Labels of the agents of some tiles, or how many there are of each. */
KERNEL(label_agents, Labels, p) { tell_or_count(p); }

/** Sums over blocks of agents as they are. */
KERNEL_FOR(4, survey_sums, Survey, s) { sum_survey(s); }

/** Agents in each bin. */
KERNEL_FOR(4, survey_counts, Survey, s) { count_survey(s); }

/** Sums over the agents of replicas and their copies. */
KERNEL_FOR(4, survey_pairs, PairedSurvey, s) { sum_pairs_of_replicas(s); }
