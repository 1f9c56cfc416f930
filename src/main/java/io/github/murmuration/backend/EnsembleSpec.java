package io.github.murmuration.backend;

import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.schedule.Feed;
import io.github.murmuration.schedule.Row;
import java.util.List;

/**
 * Populations to allocate.
 *
 * @param tiling number of agents and of replicas
 * @param seed key of the noise
 * @param commonSeed key of the noise that the agents of a replica have in common
 * @param noise where the increments come from
 * @param agentEnergies whether int |u|^2 dt is kept agent by agent
 * @param feeds of each guidance. All guidances are advanced side by side, each on a copy of the population, from the same starts and on
 *     the same noise
 * @param part blocks that are advanced here
 */
public record EnsembleSpec(
        Tiling tiling,
        long seed,
        long commonSeed,
        NoiseSource noise,
        Evaluator evaluator,
        StartTable start,
        boolean agentEnergies,
        List<List<Feed>> feeds,
        Part part) {

    /** @throws IllegalArgumentException a part of several replicas, or of no agents, or one that reads pair means */
    public EnsembleSpec {
        boolean empty = part.from() >= part.to() || (long) part.from() * Tiling.BLOCK >= tiling.agents();
        if (!part.whole() && (tiling.replicas() > 1 || empty)) {
            throw new IllegalArgumentException(part + " of " + tiling);
        }
        if (!part.whole() && evaluator.pairs() > 0) {
            throw new IllegalArgumentException("pair means read all agents, not a part of them");
        }
    }

    /** N of each replica. */
    public long agents() {
        return tiling.agents();
    }

    /** Agents of a replica that are advanced here. */
    public long agentsHere() {
        return part.whole()
                ? agents()
                : Math.min(agents(), (long) part.to() * Tiling.BLOCK) - (long) part.from() * Tiling.BLOCK;
    }

    public int dimension() {
        return start.dimension();
    }

    /** Constants of an agent. */
    public int marks() {
        return evaluator.marks().count();
    }

    public int guidances() {
        return feeds.size();
    }

    /** Whether the population acts on the drift of its agents under any guidance. */
    public boolean fed() {
        return feeds.stream().anyMatch(list -> !list.isEmpty());
    }

    public Row rows() {
        return evaluator.row();
    }

    /** Sums of one replica. */
    public SumLayout sums() {
        return evaluator.sums(start.labels(), dimension());
    }

    /** The same population on another noise. */
    public EnsembleSpec with(NoiseSource other) {
        return new EnsembleSpec(tiling, seed, commonSeed, other, evaluator, start, agentEnergies, feeds, part);
    }

    /** A part of it. */
    public EnsembleSpec with(Part other) {
        return new EnsembleSpec(tiling, seed, commonSeed, noise, evaluator, start, agentEnergies, feeds, other);
    }

    /**
     * The same population under another noise in common.
     * @param key of it
     */
    public EnsembleSpec underCommonNoise(long key) {
        return new EnsembleSpec(tiling, seed, key, noise, evaluator, start, agentEnergies, feeds, part);
    }

    /** The same agents without interaction: no mean acts on the rows. */
    public EnsembleSpec unfed() {
        return new EnsembleSpec(
                tiling,
                seed,
                commonSeed,
                noise,
                evaluator,
                start,
                agentEnergies,
                feeds.stream().<List<Feed>>map(list -> List.of()).toList(),
                part);
    }
}
