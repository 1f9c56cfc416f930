package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.ensemble.StartTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import jcuda.Pointer;

/** Whole paths on a device: as many at a time as memory holds, all steps of a selection of patterns in one launch. kernels/pattern_paths.cuh. */
final class CudaPaths implements AutoCloseable {

    /** What paths may take; more would not make a launch any better filled. */
    private static final long MOST_BYTES = 4L << 30;

    private static final int WARPS_OF_A_BLOCK = Context.THREADS / PatternTable.COLUMNS;

    /** Warps that keep a large device busy. */
    private static final int MANY_WARPS = 4096;

    private final Context context;
    private final LaunchShape shape;
    private DeviceBuffer memory = new DeviceBuffer(0);

    CudaPaths(Context context, LaunchShape shape) {
        this.context = context;
        this.shape = shape;
    }

    /** PatternEvaluator.paths. */
    double[][] build(BackwardPaths paths, Endpoint endpoint, PathPatterns patterns) {
        StartTable law = law(patterns);
        int own = patterns.selections() * paths.dimension();
        double[][] states = new double[paths.observed().length][paths.count() * own];
        int most = hold(paths, patterns, law);
        for (int first = 0; first < paths.count(); first += most) {
            int count = Math.min(most, paths.count() - first);
            BackwardPaths part = paths.part(first, count);
            Batch batch = new Batch(part, endpoint, patterns.of(first, count), law);
            for (int s = 0; s < patterns.selections(); s++) {
                batch.build(s, states, first * own);
            }
        }
        return states;
    }

    @Override
    public void close() {
        memory.close();
    }

    private static StartTable law(PathPatterns patterns) {
        if (patterns instanceof PathPatterns.Drawn drawn) {
            return StartTable.ofMixture(drawn.law());
        }
        return patterns instanceof PathPatterns.Chosen chosen ? StartTable.ofMixture(chosen.law()) : null;
    }

    /**
     * Finds room.
     * @return paths at a time
     */
    private int hold(BackwardPaths paths, PathPatterns patterns, StartTable law) {
        long one = new PathPlan(paths, patterns, law, 1).bytes;
        long wanted = bytes(paths, patterns, law, MOST_BYTES);
        if (wanted > memory.bytes()) {
            memory.close();
            memory = new DeviceBuffer(0);
            long free = context.free();
            long room = free - PatternMemory.RESERVE;
            if (one > room) {
                throw PatternMemory.refusal(patterns.most(), paths.dimension(), one, free);
            }
            try {
                memory = new DeviceBuffer(Math.min(wanted, bytes(paths, patterns, law, room)));
            } catch (DeviceBuffer.OutOfMemory e) {
                throw PatternMemory.refusal(patterns.most(), paths.dimension(), one, free);
            }
        }
        return number(paths, patterns, law, memory.bytes());
    }

    /** Of as many paths as fit into so many bytes, at least one. */
    private static long bytes(BackwardPaths paths, PathPatterns patterns, StartTable law, long room) {
        return new PathPlan(paths, patterns, law, Math.max(1, number(paths, patterns, law, room))).bytes;
    }

    /** The most paths that fit into so many bytes. */
    private static int number(BackwardPaths paths, PathPatterns patterns, StartTable law, long room) {
        int low = 0;
        int high = paths.count();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (new PathPlan(paths, patterns, law, middle).bytes <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Paths that are on the device together. */
    private final class Batch {

        private final BackwardPaths paths;
        private final Endpoint endpoint;
        private final PathPatterns patterns;
        private final StartTable law;
        private final PathPlan plan;

        /** Steps after which states are kept, ascending, each once. */
        private final int[] kept;

        Batch(BackwardPaths paths, Endpoint endpoint, PathPatterns patterns, StartTable law) {
            this.paths = paths;
            this.endpoint = endpoint;
            this.patterns = patterns;
            this.law = law;
            this.plan = new PathPlan(paths, patterns, law, paths.count());
            this.kept = Arrays.stream(paths.observed()).sorted().distinct().toArray();
            bringCommon();
        }

        /** @param states [observed][n S d], those of a selection overwritten from a position on */
        void build(int selection, double[][] states, int from) {
            if (law != null && (selection == 0 || patterns instanceof PathPatterns.Chosen)) {
                drawTables(selection);
            }
            String kernel = endpoint == Endpoint.MEAN ? "pattern_paths_mean" : "pattern_paths_drawn";
            int warps = warps(selection);
            long blocks = ((long) paths.count() * warps + WARPS_OF_A_BLOCK - 1) / WARPS_OF_A_BLOCK;
            context.launch(kernel, shape.forBlocks(blocks), parameters(selection, warps));
            context.finish();
            for (int o = 0; o < states.length; o++) {
                fetch(paths.observed()[o], selection, states[o], from);
            }
        }

        /** Warps of a path: more than one where there are few paths and many patterns. */
        private int warps(int selection) {
            int tiles = (patterns.counts()[selection] + PatternTable.TILE - 1) / PatternTable.TILE;
            int warps = 1;
            while (warps < WARPS_OF_A_BLOCK && warps < tiles && (long) paths.count() * warps < MANY_WARPS) {
                warps *= 2;
            }
            return warps;
        }

        private void fetch(int step, int selection, double[] states, int from) {
            int d = paths.dimension();
            double[] found = new double[paths.count() * d];
            if (step == 0) {
                Arrays.setAll(found, i -> paths.start()[i % d]);
            } else {
                long at = plan.observed + (long) Arrays.binarySearch(kept, step) * found.length * Double.BYTES;
                memory.get(at, Pointer.to(found), (long) found.length * Double.BYTES);
            }
            for (int i = 0; i < paths.count(); i++) {
                System.arraycopy(found, i * d, states, from + (i * patterns.selections() + selection) * d, d);
            }
        }

        private void bringCommon() {
            put(plan.clock, clock());
            double[] start = Arrays.copyOf(paths.start(), 2 * paths.dimension());
            for (int j = 0; j < paths.dimension(); j++) {
                start[paths.dimension() + j] = start[j] / paths.clock().horizon();
            }
            memory.put(plan.start, Pointer.to(start), (long) start.length * Double.BYTES);
            if (law == null) {
                PatternTable table = ((PathPatterns.Listed) patterns).table();
                memory.put(plan.tables, Pointer.to(table.values()), PatternPlan.tableBytes(table));
                return;
            }
            memory.put(plan.thresholds, Pointer.to(law.thresholds()), (long) law.thresholds().length * Integer.BYTES);
            memory.put(plan.means, Pointer.to(law.means()), (long) law.means().length * Float.BYTES);
            memory.put(plan.factors, Pointer.to(law.factors()), (long) law.factors().length * Float.BYTES);
        }

        /** kernels/pattern_paths.cuh: PathStep. */
        private ByteBuffer clock() {
            int steps = paths.clock().steps();
            ByteBuffer clock =
                    ByteBuffer.allocateDirect(steps * PathPlan.STEP_BYTES).order(ByteOrder.nativeOrder());
            for (int k = 0; k < steps; k++) {
                clock.putDouble(paths.clock().tau(k))
                        .putDouble(paths.clock().share(k))
                        .putDouble(paths.clock().spread(k))
                        .putDouble(paths.clock().precision(k))
                        .putFloat(-0.5f * paths.precision(k))
                        .putInt(Math.max(-1, Arrays.binarySearch(kept, k + 1)));
            }
            return clock.rewind();
        }

        private void put(long at, ByteBuffer bytes) {
            memory.put(at, Pointer.to(bytes), bytes.limit());
        }

        /** kernels/pattern_sets.cuh: PatternSets. */
        private void drawTables(int selection) {
            long chosen = 0;
            int count = patterns.most();
            if (patterns instanceof PathPatterns.Chosen given) {
                count = given.counts()[selection];
                int[] flat = Arrays.stream(given.indices())
                        .flatMapToInt(each -> Arrays.stream(each[selection]))
                        .toArray();
                memory.put(plan.chosen, Pointer.to(flat), (long) flat.length * Integer.BYTES);
                chosen = at(plan.chosen);
            }
            Parameters parameters = new Parameters()
                    .add(at(plan.thresholds))
                    .add(at(plan.means))
                    .add(at(plan.factors))
                    .add(0L)
                    .add(0L)
                    .add(0L)
                    .add(law.components())
                    .add(law.diagonal() ? 1 : 0)
                    .addRoundKeys(paths.seed())
                    .add(at(plan.tables))
                    .add(at(plan.tables), count, paths.dimension(), plan.run)
                    .add(plan.stride)
                    .add(chosen)
                    .add(paths.first())
                    .add(paths.count());
            context.launch("pattern_sets", shape.forThreads((long) paths.count() * plan.tiles * plan.run), parameters);
        }

        /** kernels/pattern_paths.cuh: PatternPaths. */
        private Parameters parameters(int selection, int warps) {
            return new Parameters()
                    .add(at(plan.tables), patterns.counts()[selection], paths.dimension(), plan.run)
                    .add(plan.stride)
                    .addRoundKeys(paths.seed())
                    .add(at(plan.clock))
                    .add(at(plan.start))
                    .add(at(plan.states))
                    .add(at(plan.observed))
                    .add(at(plan.centres))
                    .add(at(plan.sums))
                    .add(paths.first())
                    .add(paths.count())
                    .add(paths.clock().steps())
                    .add(warps);
        }

        private long at(long offset) {
            return memory.address() + offset;
        }
    }
}
