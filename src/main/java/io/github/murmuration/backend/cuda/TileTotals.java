package io.github.murmuration.backend.cuda;

import jcuda.Pointer;

/** Combines tile sums to totals on the device, 256 to one per pass, and reads them. */
final class TileTotals {

    private static final long MOST_BLOCKS = 1 << 20;

    private final Context context;
    private final DeviceArrays arrays;
    private final long tiles;

    TileTotals(Context context, DeviceArrays arrays, long tiles) {
        this.context = context;
        this.arrays = arrays;
        this.tiles = tiles;
    }

    /** Totals of the first vectors of tile sums; waits for them. */
    double[] read(int vectors) {
        DeviceBuffer in = arrays.sums;
        DeviceBuffer out = arrays.totals;
        long count = tiles;
        String kernel = "combine_tiles";
        do {
            long groups = MemoryPlan.groups(count);
            Parameters parameters = new Parameters()
                    .add(in)
                    .add(out)
                    .add((long) vectors)
                    .add(count)
                    .add(groups);
            context.launch(kernel, Math.min(MOST_BLOCKS, vectors * groups), parameters);
            kernel = "combine_totals";
            in = out;
            out = in == arrays.totals ? arrays.groupTotals : arrays.totals;
            count = groups;
        } while (count > 1);
        context.finish();
        double[] totals = new double[vectors];
        in.get(0, Pointer.to(totals), (long) vectors * Double.BYTES);
        return totals;
    }
}
