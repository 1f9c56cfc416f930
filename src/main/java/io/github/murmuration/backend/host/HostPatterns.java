package io.github.murmuration.backend.host;

import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PathColumn;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.ensemble.PatternTable;
import java.util.function.Supplier;

/**
 * Patterns on the host. Sums: groups of centres times spans of tiles, divided among threads; a tile stays in cache for a whole group.
 * Paths: the paths of a noise column are one thread's.
 */
public final class HostPatterns implements PatternEvaluator {

    private static final int GROUP = 64;
    private static final int GROUPS_AT_ONCE = 64;

    private final Crew<PatternKernel> crew;

    /**
     * @param threads 0 for one per core.
     * @param kernels one per thread
     */
    public HostPatterns(int threads, Supplier<PatternKernel> kernels) {
        this.crew = Crew.of(threads, kernels);
    }

    @Override
    public void softMax(PatternTable patterns, float precision, float[] centres, int n, SoftMax into) {
        for (int first = 0; first < n; first += GROUP * GROUPS_AT_ONCE) {
            Part part = new Part(patterns, precision, centres, first, Math.min(n - first, GROUP * GROUPS_AT_ONCE));
            float[] sums = new float[part.spans() * part.centresCount() * part.size()];
            crew.forEach(part.groups() * part.spans(), (kernel, task) -> span(kernel, part, task, sums));
            combine(part, sums, into);
        }
    }

    @Override
    public double[][] paths(BackwardPaths paths, Endpoint endpoint, PathPatterns patterns) {
        int selections = patterns.selections();
        double[][] states = new double[paths.observed().length][paths.count() * selections * paths.dimension()];
        crew.forEach(PathColumn.count(paths), (kernel, i) -> {
            PathColumn column = PathColumn.of(paths, selections, i);
            column.build(new PatternEndpoints(paths, endpoint, patterns, column, kernel)::at, states);
        });
        return states;
    }

    @Override
    public void close() {
        crew.close();
    }

    /** Centres first, ..., first + count - 1 before one table. */
    private record Part(PatternTable patterns, float precision, float[] centres, int first, int centresCount) {

        int groups() {
            return (centresCount + GROUP - 1) / GROUP;
        }

        int spans() {
            return (patterns.tiles() + SPAN - 1) / SPAN;
        }

        int size() {
            return PatternSums.size(patterns.dimension());
        }

        /** Where the sums of centre i over a span begin. */
        int at(int span, int i) {
            return (span * centresCount + i) * size();
        }
    }

    private static void span(PatternKernel kernel, Part part, int task, float[] sums) {
        int span = task % part.spans();
        int from = task / part.spans() * GROUP;
        int to = Math.min(from + GROUP, part.centresCount());
        int size = part.size();
        int d = part.patterns().dimension();
        float[] block = new float[PatternKernel.BLOCK * size];
        for (int tile = span * SPAN;
                tile < Math.min((span + 1) * SPAN, part.patterns().tiles());
                tile++) {
            for (int i = from; i < to; i += PatternKernel.BLOCK) {
                int count = Math.min(PatternKernel.BLOCK, to - i);
                int centre = (part.first() + i) * d;
                kernel.sums(part.patterns(), tile, part.precision(), part.centres(), centre, count, block, 0);
                PatternSums.collect(block, tile == span * SPAN, sums, part.at(span, i), count, size, part.precision());
            }
        }
    }

    private static void combine(Part part, float[] sums, SoftMax into) {
        int d = part.patterns().dimension();
        for (int i = 0; i < part.centresCount(); i++) {
            int at = part.at(0, i);
            for (int span = 1; span < part.spans(); span++) {
                PatternSums.add(sums, at, sums, part.at(span, i), part.size(), part.precision());
            }
            into.least()[part.first() + i] = sums[at + PatternSums.LEAST];
            into.totals()[part.first() + i] = sums[at + PatternSums.TOTAL];
            for (int j = 0; j < d; j++) {
                into.means()[(part.first() + i) * d + j] =
                        sums[at + PatternSums.MOMENTS + j] / sums[at + PatternSums.TOTAL];
            }
        }
    }
}
