package io.github.murmuration.scenario;

import java.util.List;

/** The partners over which the pair means of a model are taken. */
public sealed interface Partners {

    /** Every agent of the population, the agent itself too. */
    Partners ALL = new All();

    /** See {@link #ALL}. */
    record All() implements Partners {}

    /** The agent itself and so many others, drawn at every step, which stand for all the others. */
    record Batch(int size) implements Partners {
        public Batch {
            Check.atLeast("batch", size, 1);
        }
    }

    /**
     * Agents within a distance; all others add nothing to the mean.
     *
     * @param of coordinates that the distance is of, 1 to 3; empty for all of the state
     */
    record Within(double radius, List<String> of) implements Partners {
        static final int MOST_COORDINATES = 3;

        public Within {
            of = List.copyOf(of);
            Check.distance("within.radius", radius);
        }

        /** Within a distance in all coordinates. */
        public Within(double radius) {
            this(radius, List.of());
        }

        /** The coordinates that the distance is of. */
        public List<String> coordinates(List<String> state) {
            return of.isEmpty() ? state : of;
        }
    }
}
