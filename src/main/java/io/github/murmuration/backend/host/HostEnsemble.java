package io.github.murmuration.backend.host;

import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.ensemble.SumTree;
import io.github.murmuration.ensemble.Tiling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** A population in host memory, advanced block by block by any number of threads with the same result. */
public final class HostEnsemble implements Ensemble {

    private static final int LARGEST_BATCH = 64;
    private static final long SUM_BYTES = 1L << 26;

    /** What each thread has to itself. */
    private record Own(StartSampler sampler, TileKernel kernel) {}

    private final EnsembleSpec spec;
    private final Block[] blocks;
    private final Workers<Own> workers;
    private final int sumSize;
    private final MeanFeed feed;

    public HostEnsemble(EnsembleSpec spec, int threads, Supplier<TileKernel> kernels) {
        this.spec = spec;
        this.sumSize = spec.sums().size();
        refuseOtherNoise(spec);
        this.feed = new MeanFeed(spec);
        refuseTooMany(spec);
        this.blocks = new Block[Tiling.blocks(spec.agents())];
        for (int b = 0; b < blocks.length; b++) {
            int agents = Tiling.agentsIn(spec.agents(), b);
            blocks[b] = new Block((long) b * Tiling.BLOCK, agents, spec.dimension(), spec.guidances());
        }
        this.workers = new Workers<>(threads, () -> new Own(new StartSampler(spec), kernels.get()));
    }

    private static void refuseOtherNoise(EnsembleSpec spec) {
        if (spec.noise() != NoiseSource.PHILOX) {
            throw new UnavailableException("--noise " + spec.noise().text() + " needs --backend cuda");
        }
    }

    @Override
    public double[] start(float[] reference) {
        double[] partial = new double[blocks.length * sumSize];
        workers.forEach(blocks.length, (own, b) -> {
            float[] sums = new float[blocks[b].tiles * sumSize];
            for (int tile = 0; tile < blocks[b].tiles; tile++) {
                own.sampler.draw(blocks[b], tile);
                float[] tileSums = own.sampler.sums(blocks[b], blocks[b].starts, tile, reference);
                System.arraycopy(tileSums, 0, sums, tile * sumSize, sumSize);
            }
            combineTiles(sums, blocks[b].tiles, sumSize, partial, b * sumSize);
        });
        feed.forget();
        SumTree.combine(partial, blocks.length, sumSize);
        return Arrays.copyOf(partial, sumSize);
    }

    @Override
    public double[][] advance(int firstStep, int count, float[][] rows) {
        return feed.active() ? advanceFed(firstStep, count, rows) : advanceFree(firstStep, count, rows);
    }

    /** One step at a time, each with the means that the one before left. */
    private double[][] advanceFed(int firstStep, int count, float[][] rows) {
        double[][] sums = new double[rows.length][count * sumSize];
        for (int k = 0; k < count; k++) {
            if (!feed.known()) {
                measure(rows, k * spec.rows().size());
            }
            float[][] fed = feed.fed(rows, k);
            double[][] step = advanceFree(firstStep + k, 1, fed);
            for (int g = 0; g < rows.length; g++) {
                System.arraycopy(step[g], 0, sums[g], k * sumSize, sumSize);
                feed.take(g, step[g], 0, fed[g], 0);
            }
        }
        return sums;
    }

    /** The means of the states as they are, by the same sums as a step's. */
    private void measure(float[][] rows, int row) {
        int at = row + spec.rows().reference();
        for (int g = 0; g < rows.length; g++) {
            float[] reference = Arrays.copyOfRange(rows[g], at, at + spec.dimension());
            double[] partial = new double[blocks.length * sumSize];
            int copy = g;
            workers.forEach(blocks.length, (own, b) -> {
                float[] sums = new float[blocks[b].tiles * sumSize];
                for (int tile = 0; tile < blocks[b].tiles; tile++) {
                    float[] tileSums = own.sampler.sums(blocks[b], blocks[b].states[copy], tile, reference);
                    System.arraycopy(tileSums, 0, sums, tile * sumSize, sumSize);
                }
                combineTiles(sums, blocks[b].tiles, sumSize, partial, b * sumSize);
            });
            SumTree.combine(partial, blocks.length, sumSize);
            feed.take(g, partial, 0, rows[g], row);
        }
    }

    private double[][] advanceFree(int firstStep, int count, float[][] rows) {
        Batch batch = new Batch(firstStep, count, rows);
        int size = count * spec.guidances() * sumSize;
        double[] partial = new double[Math.multiplyExact(blocks.length, size)];
        long[] offenders = new long[blocks.length];
        workers.forEach(
                blocks.length,
                (own, b) -> offenders[b] = advanceBlock(own.kernel, blocks[b], batch, partial, b * size));
        refuseOffenders(offenders);
        SumTree.combine(partial, blocks.length, size);
        return byGuidance(partial, count);
    }

    @Override
    public int batch() {
        long perStep = 8L * blocks.length * spec.guidances() * sumSize;
        return (int) Math.max(1, Math.min(LARGEST_BATCH, SUM_BYTES / perStep));
    }

    @Override
    public long[] labelCounts() {
        long[] counts = new long[spec.start().labels()];
        for (Block block : blocks) {
            for (int i = 0; i < block.agents; i++) {
                counts[block.labels[i]]++;
            }
        }
        return counts;
    }

    @Override
    public float[][] states(int guidance, int b) {
        float[][] states = new float[spec.dimension()][];
        for (int j = 0; j < states.length; j++) {
            states[j] = blocks[b].coordinate(blocks[b].states[guidance], j);
        }
        return states;
    }

    @Override
    public float[] energies(int guidance, int b) {
        return Arrays.copyOf(blocks[b].energies[guidance], blocks[b].agents);
    }

    @Override
    public byte[] labels(int b) {
        return Arrays.copyOf(blocks[b].labels, blocks[b].agents);
    }

    @Override
    public void restore(int guidance, int b, float[][] states, float[] energies) {
        feed.forget();
        for (int j = 0; j < states.length; j++) {
            blocks[b].setCoordinate(blocks[b].states[guidance], j, states[j]);
        }
        System.arraycopy(energies, 0, blocks[b].energies[guidance], 0, energies.length);
    }

    @Override
    public void close() {
        workers.close();
    }

    /** Starts, states and energies in float32, labels in a byte; a tenth of the heap is left to the rest. */
    private static void refuseTooMany(EnsembleSpec spec) {
        long perAgent = 4L * spec.dimension() * (1 + spec.guidances()) + 4L * spec.guidances() + 1;
        long most = Runtime.getRuntime().maxMemory() / 10 * 9 / perAgent;
        if (spec.agents() > most) {
            throw new UnavailableException(
                    "%,d agents of %d coordinates under %d guidances need %,d MiB of heap; at most %,d fit, or give Java more with -Xmx"
                            .formatted(
                                    spec.agents(),
                                    spec.dimension(),
                                    spec.guidances(),
                                    spec.agents() * perAgent >> 20,
                                    most));
        }
    }

    private long advanceBlock(TileKernel kernel, Block block, Batch batch, double[] partial, int at) {
        int size = batch.count() * spec.guidances() * sumSize;
        float[] sums = new float[block.tiles * size];
        float[] tileSums = new float[size];
        long offender = Offender.NONE;
        for (int tile = 0; tile < block.tiles; tile++) {
            offender = Math.min(offender, kernel.advance(block, tile, batch, tileSums));
            System.arraycopy(tileSums, 0, sums, tile * size, size);
        }
        combineTiles(sums, block.tiles, size, partial, at);
        return offender;
    }

    private static void combineTiles(float[] sums, int tiles, int size, double[] into, int at) {
        double[] vectors = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            vectors[i] = sums[i];
        }
        SumTree.combine(vectors, tiles, size);
        System.arraycopy(vectors, 0, into, at, size);
    }

    private void refuseOffenders(long[] offenders) {
        List<DivergenceException> found = new ArrayList<>();
        for (int b = 0; b < blocks.length; b++) {
            if (offenders[b] != Offender.NONE) {
                long agent = blocks[b].firstAgent + Offender.index(offenders[b]);
                found.add(new DivergenceException(Offender.step(offenders[b]), agent));
            }
        }
        found.stream()
                .reduce((first, second) -> second.step() < first.step() ? second : first)
                .ifPresent(exception -> {
                    throw exception;
                });
    }

    private double[][] byGuidance(double[] sums, int count) {
        double[][] split = new double[spec.guidances()][count * sumSize];
        for (int k = 0; k < count; k++) {
            for (int g = 0; g < split.length; g++) {
                System.arraycopy(sums, (k * split.length + g) * sumSize, split[g], k * sumSize, sumSize);
            }
        }
        return split;
    }
}
