package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.PairedSurvey;
import io.github.murmuration.ensemble.Survey;
import io.github.murmuration.rng.Noise;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jcuda.Pointer;

/** Populations in device memory. */
final class CudaEnsemble implements Ensemble {

    /** Replicas whose sums a thread brings from the order of the device to that of the result at a time. */
    private static final int TOGETHER = 4096;

    private final EnsembleSpec spec;
    private final Context context;
    private final LaunchShape shape;
    private final MemoryPlan plan;
    private final DeviceArrays arrays;
    private final Starts starts;
    private final AgentCopies copies;
    private final Room room = new Room();
    private final Surveys surveys;
    private final PairedSurveys pairedSurveys;
    private final BulkNormals normals;
    private final FeedbackStates feedback;
    private final Steps steps;
    private final TotalsReader totals;
    private final int replicas;
    private final Crew<Object> crew;
    private final List<String> remarks;
    private long[][] labelCounts;

    /**
     * Takes over the context.
     *
     * @param threads 0 for one per core
     * @throws DeviceBuffer.OutOfMemory the device has not enough left
     * @throws io.github.murmuration.backend.UnavailableException the noise cannot be had
     */
    CudaEnsemble(Context context, MemoryPlan plan, LaunchShape shape, TapeCompiler.Choice choice, int threads) {
        this.spec = plan.spec();
        this.context = context;
        this.shape = shape;
        this.plan = plan;
        this.replicas = plan.tiling().replicas();
        this.normals = BulkNormals.of(spec, plan.padded(), context.stream());
        this.arrays = allocate(plan, normals);
        this.starts = new Starts(plan, context, arrays);
        this.copies = new AgentCopies(plan.tiling());
        this.surveys = new Surveys(plan, context, arrays, starts, shape, room);
        this.pairedSurveys = new PairedSurveys(plan, context, arrays, shape, room);
        this.feedback = new FeedbackStates(spec, arrays);
        this.steps = Steps.of(plan, context, arrays, normals, shape, choice.kernels());
        this.totals = new TotalsReader(plan.places());
        this.crew = Crew.of(replicas > TOGETHER ? threads : 1);
        this.remarks = choice.remarks();
    }

    @Override
    public double[] start(float[] reference) {
        context.enter();
        starts.populate(reference);
        steps.totals.forgetDivergence();
        double[] sums = new double[replicas * spec.sums().size()];
        DeviceBuffer ready = steps.totals.combine(spec.sums().size());
        context.finish();
        collect(ready, spec.sums().size(), 0, sums);
        labelCounts = starts.labelCounts();
        feedback.start(reference, sums, labelCounts);
        return sums;
    }

    @Override
    public long[][] labelCounts() {
        return labelCounts;
    }

    @Override
    public double[][] advance(int firstStep, int count, float[][] rows) {
        context.enter();
        double[][] sums = new double[spec.guidances()]
                [Math.multiplyExact(
                        Math.multiplyExact(count, replicas), spec.sums().size())];
        for (int k = 0; k < count; k += plan.batch()) {
            advanceBatch(firstStep, k, Math.min(plan.batch(), count - k), rows, sums);
        }
        return sums;
    }

    @Override
    public List<String> remarks() {
        context.enter();
        return Stream.concat(remarks.stream(), steps.remark(copies).stream()).toList();
    }

    @Override
    public int batch() {
        return plan.batch();
    }

    @Override
    public float[][] states(int guidance, int b) {
        context.enter();
        float[][] states = new float[spec.dimension()][];
        for (int j = 0; j < states.length; j++) {
            states[j] = copies.floats(arrays.states, coordinate(guidance, j), here(b));
        }
        return states;
    }

    @Override
    public float[] energies(int guidance, int b) {
        context.enter();
        return spec.agentEnergies() ? copies.floats(arrays.energies, guidance, here(b)) : new float[0];
    }

    @Override
    public byte[] labels(int b) {
        context.enter();
        return copies.agents(starts.labels(here(b)), here(b));
    }

    /** By the device; by the host where replicas share tiles, or the population leaves the device no room for the answer. */
    @Override
    public double[][] survey(int guidance, int from, int to, Survey survey, Crew<?> crew, long[][] counts) {
        context.enter();
        if (plan.tiling().columns() < Noise.COLUMNS) {
            return Ensemble.super.survey(guidance, from, to, survey, crew, counts);
        }
        try {
            return surveys.take(guidance, here(from), here(to), survey, counts);
        } catch (DeviceBuffer.OutOfMemory e) {
            return Ensemble.super.survey(guidance, from, to, survey, crew, counts);
        }
    }

    /** By the device, or by the host where the population leaves the device no room for the answer. */
    @Override
    public double[][] survey(int guidance, int other, PairedSurvey survey, Crew<?> crew) {
        context.enter();
        try {
            return pairedSurveys.take(guidance, other, survey);
        } catch (DeviceBuffer.OutOfMemory e) {
            return Ensemble.super.survey(guidance, other, survey, crew);
        }
    }

    @Override
    public double[][] feedback() {
        context.enter();
        return feedback.read();
    }

    @Override
    public void restoreFeedback(double[][] states) {
        context.enter();
        feedback.write(states);
    }

    @Override
    public void restore(int guidance, int b, float[][] states, float[] energies) {
        context.enter();
        for (int j = 0; j < states.length; j++) {
            copies.put(arrays.states, coordinate(guidance, j), here(b), states[j]);
        }
        if (spec.agentEnergies()) {
            copies.put(arrays.energies, guidance, here(b), energies);
        }
    }

    @Override
    public void close() {
        context.enter();
        steps.close();
        totals.close();
        crew.close();
        closeNormals(normals);
        room.close();
        arrays.close();
        context.close();
    }

    private static DeviceArrays allocate(MemoryPlan plan, BulkNormals normals) {
        try {
            return new DeviceArrays(plan);
        } catch (DeviceBuffer.OutOfMemory e) {
            closeNormals(normals);
            throw e;
        }
    }

    private static void closeNormals(BulkNormals normals) {
        if (normals != null) {
            normals.close();
        }
    }

    /**
     * Steps done, ..., done + count - 1 of a call of advance.
     * @param sums modified.
     */
    private void advanceBatch(int firstStep, int done, int count, float[][] rows, double[][] sums) {
        int rowSize = spec.rows().size();
        for (int g = 0; g < rows.length; g++) {
            float[] part = Arrays.copyOfRange(rows[g], done * rowSize, (done + count) * rowSize);
            arrays.rows.put(Float.BYTES * g * plan.rowStride(), Pointer.to(part), (long) part.length * Float.BYTES);
        }
        steps.totals.forgetDivergence();
        DeviceBuffer ready = steps.take(firstStep + done, count);
        context.finish();
        steps.totals.divergence().ifPresent(found -> {
            throw new DivergenceException(firstStep + done + found.step(), found.agent());
        });
        collect(ready, count * sums.length * spec.sums().size(), done, sums);
    }

    /**
     * Copies sums of steps from the first on.
     * @param from [vectors][places of replicas].
     * @param into of each guidance [step][replica][SumLayout], modified
     */
    private void collect(DeviceBuffer from, int vectors, int first, double[]... into) {
        totals.read(
                from,
                vectors,
                piece ->
                        crew.forEach((replicas + TOGETHER - 1) / TOGETHER, (own, i) -> collect(piece, i, first, into)));
    }

    /** Copies what a piece has of the i-th group of replicas. */
    private void collect(TotalsReader.Piece piece, int i, int first, double[][] into) {
        int size = spec.sums().size();
        int end = Math.min(replicas, (i + 1) * TOGETHER);
        for (int v = 0; v < piece.count(); v++) {
            int vector = piece.first() + v;
            double[] sums = into[vector / size % into.length];
            int to = (first + vector / size / into.length) * replicas * size + vector % size;
            int at = v * (int) plan.places();
            for (int r = i * TOGETHER; r < end; r++) {
                sums[to + r * size] = piece.numbers().get(at + r);
            }
        }
    }

    /** Which of the blocks that are here one of the population is. */
    private int here(int block) {
        return block - spec.part().from();
    }

    private long coordinate(int guidance, int j) {
        return (long) guidance * spec.dimension() + j;
    }
}
