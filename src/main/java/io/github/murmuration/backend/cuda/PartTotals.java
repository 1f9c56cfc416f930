package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Part;
import io.github.murmuration.ensemble.SumTree;
import jcuda.Pointer;

/** Totals of a population of which this device has a part: block by block on the host, since parts exchange the sums of blocks. */
final class PartTotals extends TileTotals {

    private final Context context;
    private final DeviceArrays arrays;
    private final MemoryPlan plan;

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
        Part part = plan.spec().part();
        double[] all = part.exchange().gather(blocks(vectors), vectors);
        SumTree.combine(all, all.length / vectors, vectors);
        arrays.totals.put(0, Pointer.to(all), (long) vectors * Double.BYTES);
        return new Partial(arrays.totals, 1, "combine_totals");
    }

    /** Sums of the blocks that are here [block][vectors]. */
    private double[] blocks(int vectors) {
        int tiles = Math.toIntExact(plan.tiles());
        float[] sums = new float[Math.multiplyExact(vectors, tiles)];
        arrays.sums.get(0, Pointer.to(sums), (long) sums.length * Float.BYTES);
        double[] blocks = new double[plan.tiling().blocks() * vectors];
        for (int b = 0; b < plan.tiling().blocks(); b++) {
            int first = (int) plan.tiling().firstTile(b);
            double[] own = new double[plan.tiling().tilesIn(b) * vectors];
            for (int i = 0; i < own.length; i++) {
                own[i] = sums[i % vectors * tiles + first + i / vectors];
            }
            SumTree.combine(own, plan.tiling().tilesIn(b), vectors);
            System.arraycopy(own, 0, blocks, b * vectors, vectors);
        }
        return blocks;
    }
}
