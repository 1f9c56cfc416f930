package io.github.murmuration.backend.host;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.ensemble.Tiling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Populations in host memory, advanced group by group and block by block by any number of threads with the same result. */
public final class HostEnsemble implements Ensemble {

    private static final int LARGEST_BATCH = 64;
    private static final long SUM_BYTES = 1L << 26;

    /** Steps that take long are reported one by one. */
    private static final double PAIRS_AT_ONCE = 1L << 26;

    private final EnsembleSpec spec;
    private final Tiling tiling;
    private final Block[] blocks;
    private final Group[] groups;
    private final Crew<Group.Own> crew;

    /** @param pairs kernels of steps that read pair means */
    public HostEnsemble(
            EnsembleSpec spec, int threads, Supplier<TileKernel> kernels, Function<TapedStep, PairKernel> pairs) {
        this.spec = spec;
        this.tiling = spec.tiling();
        refuseOtherNoise(spec);
        HeapNeed.check(spec, sumsOfBatch(spec), Runtime.getRuntime().maxMemory());
        int first = spec.part().from();
        this.blocks = new Block[Math.min(spec.part().to(), tiling.blocks()) - first];
        for (int b = 0; b < blocks.length; b++) {
            blocks[b] = new Block(spec, first + b);
        }
        this.groups = Group.of(spec, blocks);
        this.crew = Crew.of(threads, () -> new Group.Own(StartSampler.of(spec), kernels.get(), pairSums(spec, pairs)));
    }

    private static Optional<PairSums> pairSums(EnsembleSpec spec, Function<TapedStep, PairKernel> pairs) {
        return spec.evaluator() instanceof Evaluator.Taped taped && taped.pairs() > 0
                ? Optional.of(new PairSums(pairs.apply(taped.step()), (int) spec.agents(), taped.pairs()))
                : Optional.empty();
    }

    @Override
    public double[] start(float[] reference) {
        double[] sums = new double[tiling.replicas() * spec.sums().size()];
        forEachGroup((crew, group) -> group.start(crew, reference, sums));
        return sums;
    }

    @Override
    public double[][] advance(int firstStep, int count, float[][] rows) {
        double[][] sums = new double[spec.guidances()]
                [Math.multiplyExact(
                        Math.multiplyExact(count, tiling.replicas()),
                        spec.sums().size())];
        forEachGroup((crew, group) -> group.advance(crew, firstStep, count, rows, sums));
        Arrays.stream(groups)
                .map(Group::divergence)
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(DivergenceException::step))
                .ifPresent(exception -> {
                    throw exception;
                });
        return sums;
    }

    @Override
    public List<String> remarks() {
        return groups[0].remark(crew.first()).stream().toList();
    }

    /** The same for all parts of a population. */
    @Override
    public int batch() {
        return batch(spec);
    }

    /** What a population takes of a heap of this size. */
    public static Backend.Need need(EnsembleSpec spec) {
        long bytes =
                HeapNeed.bytes(spec, sumsOfBatch(spec), Runtime.getRuntime().maxMemory());
        return new Backend.Need(bytes, batch(spec));
    }

    private static int batch(EnsembleSpec spec) {
        double replicas = spec.tiling().replicas();
        double pairs = spec.evaluator().pairs() == 0 ? 1 : replicas * spec.agents() * spec.agents();
        double steps = Math.min(PAIRS_AT_ONCE / pairs, (double) SUM_BYTES / sumsOfStep(spec, spec.agents()));
        return (int) Math.max(1, Math.min(LARGEST_BATCH, steps));
    }

    private static long sumsOfBatch(EnsembleSpec spec) {
        return batch(spec) * sumsOfStep(spec, spec.agentsHere());
    }

    /** Bytes of the sums of a step over all blocks of replicas of so many agents. */
    private static long sumsOfStep(EnsembleSpec spec, long agents) {
        return Double.BYTES
                * HeapNeed.blocks(spec, agents)
                * spec.tiling().replicasPerBlock()
                * spec.guidances()
                * spec.sums().size();
    }

    @Override
    public long[][] labelCounts() {
        return Arrays.stream(groups)
                .flatMap(group -> Arrays.stream(group.labelCounts()))
                .toArray(long[][]::new);
    }

    @Override
    public float[][] states(int guidance, int b) {
        float[][] states = new float[spec.dimension()][];
        for (int j = 0; j < states.length; j++) {
            states[j] = block(b).coordinate(block(b).states[guidance], j);
        }
        return states;
    }

    @Override
    public float[] energies(int guidance, int b) {
        return block(b).energies(guidance);
    }

    @Override
    public byte[] labels(int b) {
        return block(b).labels();
    }

    @Override
    public double[][] feedback() {
        double[][] all = new double[tiling.replicas()][0];
        for (Group group : groups) {
            double[][] state = group.feedback().state();
            for (int r = 0; spec.fed() && r < group.replicas(); r++) {
                all[group.firstReplica() + r] = state[r].clone();
            }
        }
        return all;
    }

    @Override
    public void restore(int guidance, int b, float[][] states, float[] energies) {
        for (int j = 0; j < states.length; j++) {
            block(b).setCoordinate(block(b).states[guidance], j, states[j]);
        }
        block(b).setEnergies(guidance, energies);
    }

    @Override
    public void restoreFeedback(double[][] feedback) {
        for (Group group : groups) {
            if (spec.fed()) {
                int first = group.firstReplica();
                group.feedback().restore(Arrays.copyOfRange(feedback, first, first + group.replicas()));
            }
        }
    }

    @Override
    public void close() {
        crew.close();
    }

    /** @param number among all blocks of the population */
    private Block block(int number) {
        return blocks[number - spec.part().from()];
    }

    /** Whole groups to threads where that keeps more of them busy, blocks of one group after the other otherwise. */
    private void forEachGroup(BiConsumer<Crew<Group.Own>, Group> task) {
        if (groups.length >= Math.min(crew.size(), blocks.length / groups.length)) {
            crew.forEach(groups.length, (own, i) -> task.accept(new Crew.Caller<>(own), groups[i]));
        } else {
            Arrays.stream(groups).forEach(group -> task.accept(crew, group));
        }
    }

    private static void refuseOtherNoise(EnsembleSpec spec) {
        if (spec.noise() != NoiseSource.PHILOX) {
            throw new UnavailableException("--noise " + spec.noise().text() + " needs --backend cuda");
        }
    }
}
