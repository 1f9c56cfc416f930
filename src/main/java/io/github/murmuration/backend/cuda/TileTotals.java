package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.DivergenceException;
import java.util.Optional;
import jcuda.Pointer;

/** Combines tile sums to totals on the device, 256 to one per pass. */
class TileTotals {

    private static final long MOST_BLOCKS = 1 << 20;

    // Places in kernels/advance.cuh: the number of a step in its batch, above that of a place.
    private static final int PLACE_BITS = 48;

    private static final long NONE = -1;

    private final Context context;
    private final DeviceArrays arrays;
    private final MemoryPlan plan;

    TileTotals(Context context, DeviceArrays arrays, MemoryPlan plan) {
        this.context = context;
        this.arrays = arrays;
        this.plan = plan;
    }

    /**
     * Sums over groups of tiles.
     * @param count groups of a replica.
     * @param kernel that combines them further
     */
    record Partial(DeviceBuffer sums, long count, String kernel) {}

    /**
     * The tile sums themselves.
     * @param vectors of them
     */
    Partial tiles(int vectors) {
        return new Partial(arrays.sums, plan.tiling().tilesPerReplica(), "combine_tiles");
    }

    /**
     * Submits one pass.
     * @param vectors sums of each replica
     */
    Partial pass(Partial in, long vectors) {
        DeviceBuffer out = in.sums() == arrays.totals ? arrays.groupTotals : arrays.totals;
        long each = vectors * plan.places();
        long groups = MemoryPlan.groups(in.count());
        int width = width(in.count());
        Parameters parameters = new Parameters()
                .add(in.sums())
                .add(out)
                .add(each)
                .add(in.count())
                .add(groups)
                .add(width);
        int beside = MemoryPlan.GROUP / width;
        context.launch(in.kernel(), Math.min(MOST_BLOCKS, (each * groups + beside - 1) / beside), parameters);
        return new Partial(out, groups, "combine_totals");
    }

    /**
     * Submits passes until they are totals.
     * @return where those of the first vectors of tile sums will be [vectors][places of replicas]
     */
    DeviceBuffer combine(int vectors) {
        Partial partial = pass(tiles(vectors), vectors);
        while (partial.count() > 1) {
            partial = pass(partial, vectors);
        }
        return partial.sums();
    }

    /** No agent has left the representable range so far. */
    final void forgetDivergence() {
        context.fill(arrays.offender, (byte) NONE);
    }

    /** First agent of the whole population that has left the range since; its step counts from the first of its batch. */
    Optional<DivergenceException> divergence() {
        long[] packed = new long[1];
        arrays.offender.get(0, Pointer.to(packed), Long.BYTES);
        if (packed[0] == NONE) {
            return Optional.empty();
        }
        long place = packed[0] & ((1L << PLACE_BITS) - 1);
        long agent = plan.firstAgent() + plan.tiling().agentAt(place);
        return Optional.of(new DivergenceException((int) (packed[0] >>> PLACE_BITS), agent));
    }

    /** Threads that combine so many sums: a power of two, 256 at most. */
    static int width(long count) {
        int width = 1;
        while (width < count && width < MemoryPlan.GROUP) {
            width *= 2;
        }
        return width;
    }
}
