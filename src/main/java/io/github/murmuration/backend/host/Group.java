package io.github.murmuration.backend.host;

import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.Part;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.Feedback;
import io.github.murmuration.ensemble.Subtrees;
import io.github.murmuration.ensemble.SumTree;
import io.github.murmuration.ensemble.Tiling;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** One replica with all its blocks, or those of a part of it, or the replicas that share a block: what does not act on the agents of other groups. */
final class Group {

    private final EnsembleSpec spec;
    private final Block[] blocks;
    private final int firstReplica;
    private final int replicas;
    private final int beside;
    private final int sumSize;
    private final Feedback feedback;
    private final long[] offenders;
    private final Optional<PairPass> pairs;
    private long[][] labelCounts;
    private Optional<DivergenceException> divergence = Optional.empty();

    Group(EnsembleSpec spec, Block[] blocks) {
        this.spec = spec;
        this.blocks = blocks;
        this.firstReplica = blocks[0].firstReplica();
        this.replicas = blocks[0].replicas;
        this.beside = spec.tiling().replicasPerTile();
        this.sumSize = spec.sums().size();
        this.feedback = new Feedback(
                spec.feeds(), spec.evaluator(), spec.sums(), spec.tiling(), firstReplica, replicas, spec.commonSeed());
        this.offenders = new long[blocks.length];
        Arrays.fill(offenders, Offender.NONE);
        this.pairs = spec.evaluator() instanceof Evaluator.Taped taped && taped.pairs() > 0
                ? Optional.of(new PairPass(spec, taped.step(), blocks))
                : Optional.empty();
    }

    Feedback feedback() {
        return feedback;
    }

    /** What a user should know of its pair means. */
    Optional<String> remark(Own own) {
        return pairs.flatMap(pass -> pass.remark(own.pairs().orElseThrow()));
    }

    int firstReplica() {
        return firstReplica;
    }

    int replicas() {
        return replicas;
    }

    /**
     * Draws the starts.
     * @param into sums of all replicas [replica][SumLayout], those of the group overwritten
     */
    void start(Crew<Own> crew, float[] reference, double[] into) {
        feedback.reference(reference);
        double[] sums = overBlocks(crew, beside * sumSize, (own, b, tile, tileSums) -> {
            own.sampler().draw(blocks[b], tile);
            own.sampler().sums(blocks[b], tile, reference, tileSums);
        });
        labelCounts = wholeCounts();
        feedback.counts(labelCounts);
        for (int r = 0; r < replicas; r++) {
            int at = r / beside * beside * sumSize + r % beside * sumSize;
            System.arraycopy(sums, at, into, (firstReplica + r) * sumSize, sumSize);
            for (int g = 0; g < spec.guidances(); g++) {
                feedback.take(r, g, sums, at);
            }
        }
    }

    /** Agents of each label [replica of the group][L]; known once started. */
    long[][] labelCounts() {
        return labelCounts;
    }

    private long[][] wholeCounts() {
        int labels = spec.start().labels();
        long[] own = new long[replicas * labels];
        for (Block block : blocks) {
            byte[] of = block.labels();
            for (int a = 0; a < of.length; a++) {
                own[(block.replicaOf(a) - firstReplica) * labels + of[a]]++;
            }
        }
        long[] all = spec.part().add(own);
        return IntStream.range(0, replicas)
                .mapToObj(r -> Arrays.copyOfRange(all, r * labels, (r + 1) * labels))
                .toArray(long[][]::new);
    }

    /**
     * Takes steps; stops at the first that an agent leaves the range in.
     * @param into sums [guidance][count][replica][SumLayout], those of the group overwritten
     */
    void advance(Crew<Own> crew, int firstStep, int count, float[][] rows, double[][] into) {
        Arrays.fill(offenders, Offender.NONE);
        divergence = Optional.empty();
        int rowSize = spec.rows().size();
        if (!spec.fed()) {
            Batch batch = new Batch(firstStep, count, rows, rowSize, false);
            collect(pass(crew, batch), batch, firstStep, count, into);
            return;
        }
        for (int k = 0; k < count && divergence.isEmpty(); k++) {
            Batch one = new Batch(firstStep + k, 1, feedback.feed(rows, k, firstStep + k), rowSize, true);
            pairs.ifPresent(pass -> pass.run(crew, one));
            collect(pass(crew, one), one, firstStep, count, into);
        }
    }

    /** First step and agent of the whole that left the representable range in the last call of advance. */
    Optional<DivergenceException> divergence() {
        return divergence;
    }

    /** First of those that are here. */
    private Optional<DivergenceException> divergenceHere() {
        int first = 0;
        for (int b = 1; b < offenders.length; b++) {
            first = Offender.earlier(offenders[b], offenders[first]) ? b : first;
        }
        if (offenders[first] == Offender.NONE) {
            return Optional.empty();
        }
        Tiling tiling = spec.tiling();
        int block = blocks[first].number();
        long agent = tiling.firstAgent(block) + tiling.agentAt(block, Offender.index(offenders[first]));
        return Optional.of(new DivergenceException(Offender.step(offenders[first]), agent));
    }

    /** Sums of a batch [tile of replicas side by side][count][guidance][beside][SumLayout]. */
    private double[] pass(Crew<Own> crew, Batch batch) {
        int size = batch.count() * spec.guidances() * beside * sumSize;
        return overBlocks(crew, size, (own, b, tile, sums) -> {
            long offender = own.kernel().advance(blocks[b], tile, batch, sums);
            offenders[b] = Math.min(offenders[b], offender);
        });
    }

    private void collect(double[] sums, Batch batch, int firstStep, int count, double[][] into) {
        int all = spec.tiling().replicas();
        for (int k = 0; k < batch.count(); k++) {
            int step = batch.firstStep() - firstStep + k;
            for (int g = 0; g < spec.guidances(); g++) {
                for (int r = 0; r < replicas; r++) {
                    int row = (r / beside * batch.count() + k) * spec.guidances() + g;
                    int at = (row * beside + r % beside) * sumSize;
                    System.arraycopy(sums, at, into[g], (step * all + firstReplica + r) * sumSize, sumSize);
                    feedback.take(r, g, sums, at);
                }
            }
        }
    }

    /** Work on one tile. */
    private interface TileTask {
        void run(Own own, int block, int tile, float[] sums);
    }

    /** Sums over all tiles of the whole, or of each tile where replicas lie side by side. */
    private double[] overBlocks(Crew<Own> crew, int size, TileTask task) {
        if (blocks.length == 1 && spec.part().whole()) {
            double[] sums = overTiles(crew.first(), 0, size, task);
            divergence = divergenceHere();
            return sums;
        }
        double[][] partial = new double[blocks.length][];
        crew.forEach(blocks.length, (own, b) -> partial[b] = overTiles(own, b, size, task));
        int from = spec.part().from();
        Subtrees sums = new Subtrees(spec.tiling().blocksPerReplica(), size);
        for (int b = 0; b < partial.length; b++) {
            sums.add(from + b, from + b + 1, partial[b], 0);
        }
        Part.Found found = spec.part().join(sums, spec.tiling().blocksPerReplica(), size, divergenceHere());
        divergence = found.divergence();
        return found.sums();
    }

    private double[] overTiles(Own own, int b, int size, TileTask task) {
        float[] one = new float[size];
        double[] sums = new double[blocks[b].tiles * size];
        for (int tile = 0; tile < blocks[b].tiles; tile++) {
            task.run(own, b, tile, one);
            for (int s = 0; s < size; s++) {
                sums[tile * size + s] = one[s];
            }
        }
        if (beside == 1) {
            SumTree.combine(sums, blocks[b].tiles, size);
            return Arrays.copyOf(sums, size);
        }
        return sums;
    }

    /** Groups of all replicas. */
    static Group[] of(EnsembleSpec spec, Block[] blocks) {
        int each = spec.part().whole() ? spec.tiling().blocksPerReplica() : blocks.length;
        Group[] groups = new Group[blocks.length / each];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = new Group(spec, Arrays.copyOfRange(blocks, i * each, (i + 1) * each));
        }
        return groups;
    }

    /** What each thread has to itself. */
    record Own(StartSampler sampler, TileKernel kernel, Optional<PairSums> pairs) {}
}
