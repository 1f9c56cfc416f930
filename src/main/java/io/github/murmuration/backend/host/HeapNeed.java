package io.github.murmuration.backend.host;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.Tiling;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Heap that populations take. The garbage collector (G1) lays arrays into regions: as many into one as fit, and an array of more than
 * half a region has whole ones to itself.
 */
final class HeapNeed {

    private static final long MIB = 1L << 20;

    /** What the program itself takes. */
    private static final long REST = 8 * MIB;

    /** G1 cuts a heap into about that many regions of 1 to 32 MiB (jdk.internal, HeapRegionBounds). */
    private static final long REGIONS = 2048;

    private static final long LARGEST_REGION = 32 * MIB;

    private HeapNeed() {}

    /**
     * Refuses a population that does not fit.
     *
     * @param sums bytes of the sums of one batch of steps
     * @param heap bytes that there are
     * @throws UnavailableException it does not fit; says what it needs and how many agents would fit
     */
    static void check(EnsembleSpec spec, long sums, long heap) {
        long need = bytes(spec, sums, heap);
        if (need <= heap) {
            return;
        }
        long region = region(heap);
        long full = block(spec, Tiling.TILES_PER_BLOCK, region) + pairs(spec, Tiling.BLOCK, region);
        long most = Math.max(0, heap - REST - 2 * sums) / full * Tiling.BLOCK;
        throw new UnavailableException(String.format(
                Locale.ROOT,
                "%,d agents (coordinates: %d, guidances: %d) need %,d MiB of heap, Java may have %,d; at most about %,d fit, or"
                        + " give Java more with -Xmx",
                Math.multiplyExact(spec.agentsHere(), spec.tiling().replicas()),
                spec.dimension(),
                spec.guidances(),
                need / MIB + 1,
                heap / MIB,
                most));
    }

    /** All blocks, what pair means are taken of, the sums of a batch, those that they are added up from, and the program. */
    static long bytes(EnsembleSpec spec, long sums, long heap) {
        long region = region(heap);
        return REST + 2 * sums + spec.tiling().replicas() * pairs(spec, spec.agents(), region) + inBlocks(spec, region);
    }

    private static long inBlocks(EnsembleSpec spec, long region) {
        long agents = spec.agentsHere();
        if (spec.tiling().replicasPerTile() > 1) {
            int last = spec.tiling().blocks() - 1;
            return last * block(spec, Tiling.TILES_PER_BLOCK, region)
                    + block(spec, spec.tiling().tilesIn(last), region);
        }
        long replica = agents / Tiling.BLOCK * block(spec, Tiling.TILES_PER_BLOCK, region);
        replica += agents % Tiling.BLOCK == 0 ? 0 : block(spec, Tiling.tiles(agents % Tiling.BLOCK), region);
        return spec.tiling().replicas() * replica;
    }

    /** Number of blocks of replicas of so many agents, which may be more than a population that fits ever has. */
    static long blocks(EnsembleSpec spec, long agents) {
        Tiling tiling = spec.tiling();
        return tiling.replicasPerTile() > 1
                ? tiling.blocks()
                : tiling.replicas() * ((agents + Tiling.BLOCK - 1) / Tiling.BLOCK);
    }

    private static long block(EnsembleSpec spec, int tiles, long region) {
        return LongStream.of(Block.arrays(spec, tiles))
                .map(bytes -> inRegions(bytes, region))
                .sum();
    }

    private static long pairs(EnsembleSpec spec, long agents, long region) {
        return spec.evaluator() instanceof Evaluator.Taped taped && taped.pairs() > 0
                ? PairPass.arrays(taped.step(), agents)
                        .map(bytes -> inRegions(bytes, region))
                        .sum()
                : 0;
    }

    /** Bytes of the heap that an array of so many takes. */
    static long inRegions(long bytes, long region) {
        return 2 * bytes > region ? (bytes + region - 1) / region * region : region / (region / Math.max(1, bytes));
    }

    private static long region(long heap) {
        return Math.max(MIB, Math.min(LARGEST_REGION, Long.highestOneBit(Math.max(1, heap / REGIONS))));
    }
}
