package io.github.murmuration.ensemble;

import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.AffineLayout;
import io.github.murmuration.schedule.Row;
import io.github.murmuration.schedule.RowLayout;
import java.util.List;

/**
 * How the step of an agent follows from a row of the schedule: the data that is the same in every step. Each backend maps an
 * evaluator to its arithmetic in one place.
 */
public sealed interface Evaluator {

    /** Shape of the rows it reads. */
    Row row();

    /**
     * Sums of a population.
     * @param dimension d
     */
    default SumLayout sums(int labels, int dimension) {
        return new SumLayout(labels, dimension, true, 0);
    }

    /** Constants that agents are drawn with. */
    default MarkTable marks() {
        return MarkTable.NONE;
    }

    /**
     * Channels whose reference follows the population's mean where means are fed.
     * @param dimension d
     */
    default int followed(int dimension) {
        return dimension;
    }

    /** Averages over agents that the steps read. */
    default List<PopulationMoment> moments() {
        return List.of();
    }

    /** Means over pairs that a step of an agent reads. */
    default int pairs() {
        return 0;
    }

    /** Whether agents have a control, and so an energy. */
    default boolean steered() {
        return true;
    }

    /** Whether agents that start at one point may part. */
    default boolean spreads() {
        return steered();
    }

    /** Whether agents have an energy, or another cost. */
    default boolean costs() {
        return steered();
    }

    /** Whether a step depends on where the agent started. */
    default boolean startConditioned() {
        return false;
    }

    /** Start-conditioned bridge to a mixture (see RowLayout). */
    record Bridge(Scheme scheme, TargetTable target) implements Evaluator {

        @Override
        public RowLayout row() {
            return new RowLayout(target.dimension(), target.components());
        }

        @Override
        public boolean startConditioned() {
            return true;
        }
    }

    /** Affine control and an affine step (see AffineLayout): the whole of it changes from step to step. */
    record Affine(AffineLayout row) implements Evaluator {

        public int dimension() {
            return row.dimension();
        }
    }

    /** Operations on the numbers of an agent, the same in every step: a model that was written down. */
    record Taped(TapedStep step) implements Evaluator {

        @Override
        public Row row() {
            return step.row();
        }

        @Override
        public SumLayout sums(int labels, int dimension) {
            return step.sums(labels);
        }

        @Override
        public MarkTable marks() {
            return step.marks();
        }

        @Override
        public int followed(int dimension) {
            return step.followed();
        }

        @Override
        public List<PopulationMoment> moments() {
            return step.moments();
        }

        @Override
        public int pairs() {
            return step.pairs();
        }

        @Override
        public boolean steered() {
            return false;
        }

        @Override
        public boolean spreads() {
            return step.sources() > 0 || step.marks().count() > 0;
        }

        @Override
        public boolean costs() {
            return step.costs();
        }
    }
}
