package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.backend.Part;
import io.github.murmuration.ensemble.Subtrees;
import io.github.murmuration.ensemble.SumTree;
import java.util.Optional;
import jcuda.Pointer;

/** Totals of a population of which this device has a part: block by block on the host, since parts exchange the sums of subtrees of blocks. */
final class PartTotals extends TileTotals {

    private final Context context;
    private final DeviceArrays arrays;
    private final MemoryPlan plan;
    private Optional<DivergenceException> divergence = Optional.empty();

    PartTotals(Context context, DeviceArrays arrays, MemoryPlan plan) {
        super(context, arrays, plan);
        this.context = context;
        this.arrays = arrays;
        this.plan = plan;
    }

    /** Those of the whole population; waits for the other parts. */
    @Override
    Partial tiles(int vectors) {
        context.finish();
        int blocks = plan.spec().tiling().blocks();
        Part.Found found = plan.spec().part().join(here(blocks, vectors), blocks, vectors, super.divergence());
        divergence = found.divergence();
        arrays.totals.put(0, Pointer.to(found.sums()), (long) vectors * Double.BYTES);
        return new Partial(arrays.totals, 1, "combine_totals");
    }

    @Override
    Optional<DivergenceException> divergence() {
        return divergence;
    }

    /** Sums of the blocks that are here. */
    private Subtrees here(int all, int vectors) {
        int tiles = Math.toIntExact(plan.tiles());
        float[] sums = new float[Math.multiplyExact(vectors, tiles)];
        arrays.sums.get(0, Pointer.to(sums), (long) sums.length * Float.BYTES);
        int from = plan.spec().part().from();
        Subtrees here = new Subtrees(all, vectors);
        for (int b = 0; b < plan.tiling().blocks(); b++) {
            int first = (int) plan.tiling().firstTile(b);
            double[] own = new double[plan.tiling().tilesIn(b) * vectors];
            for (int i = 0; i < own.length; i++) {
                own[i] = sums[i % vectors * tiles + first + i / vectors];
            }
            SumTree.combine(own, plan.tiling().tilesIn(b), vectors);
            here.add(from + b, from + b + 1, own, 0);
        }
        return here;
    }
}
