package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.ensemble.Tiling;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.LongStream;
import jcuda.Pointer;

/** Every device array of a population; either all are allocated or none. */
final class DeviceArrays implements AutoCloseable {

    private static final long CLOCK_BYTES = 3L * Integer.BYTES;

    final DeviceBuffer thresholds;
    final DeviceBuffer means;
    final DeviceBuffer factors;
    final DeviceBuffer listed;
    final DeviceBuffer ends;
    final DeviceBuffer reference;
    final DeviceBuffer rotations;
    final DeviceBuffer starts;
    final DeviceBuffer labels;
    final DeviceBuffer labelsOfBlock;
    final DeviceBuffer states;
    final DeviceBuffer energies;
    final DeviceBuffer rows;
    final DeviceBuffer sums;
    final DeviceBuffer totals;
    final DeviceBuffer groupTotals;
    final DeviceBuffer normals;
    final DeviceBuffer scratch;
    final DeviceBuffer offender;
    final DeviceBuffer counts;
    final DeviceBuffer history;
    final DeviceBuffer feedback;
    final DeviceBuffer fed;
    final DeviceBuffer feedFirsts;
    final DeviceBuffer feeds;
    final DeviceBuffer feedOwn;
    final DeviceBuffer clock;
    final DeviceBuffer arrivals;
    final TapeArrays taped;

    private final Deque<DeviceBuffer> all = new ArrayDeque<>();

    /** @throws DeviceBuffer.OutOfMemory the device has not enough left */
    DeviceArrays(MemoryPlan plan) {
        StartTable start = plan.spec().start();
        try {
            this.thresholds = holding(start.thresholds());
            this.means = holding(start.means());
            this.factors = holding(start.factors());
            this.listed = holding(start.rows());
            this.ends = holding(LongStream.concat(
                            LongStream.of(start.ends()),
                            LongStream.of(plan.spec().agents()))
                    .toArray());
            this.reference = allocate((long) plan.spec().sums().channels() * Float.BYTES);
            this.rotations = holding(KernelSet.of(plan.spec()).rotations());
            this.starts = allocate(plan.startBytes());
            this.labels = allocate(plan.labelBytes());
            this.labelsOfBlock = allocate(Tiling.BLOCK);
            this.states = allocate(plan.stateBytes());
            this.energies = allocate(plan.energyBytes());
            this.rows = allocate(plan.rowBytes());
            this.sums = allocate(plan.sumBytes());
            this.totals = allocate(plan.totalBytes());
            this.groupTotals = allocate(plan.groupTotalBytes());
            this.normals = allocate(plan.normalBytes());
            this.scratch = allocate(plan.scratchBytes());
            this.offender = allocate(Long.BYTES);
            this.counts = allocate(plan.countBytes());
            FeedTable table = FeedTable.of(plan.spec());
            this.history = allocate(plan.historyBytes());
            this.feedback = allocate(plan.feedbackBytes());
            this.fed = allocate(plan.fedBytes());
            this.feedFirsts = holding(table.firsts());
            this.feeds = holding(table.feeds());
            this.feedOwn = holding(table.own());
            this.clock = allocate(CLOCK_BYTES);
            this.arrivals = allocate(Integer.BYTES);
            this.taped = new TapeArrays(plan, this::allocate, this::holding, this::holding);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        while (!all.isEmpty()) {
            all.pop().close();
        }
    }

    private DeviceBuffer allocate(long bytes) {
        DeviceBuffer buffer = new DeviceBuffer(bytes);
        all.push(buffer);
        return buffer;
    }

    private DeviceBuffer holding(int[] values) {
        DeviceBuffer buffer = allocate((long) values.length * Integer.BYTES);
        buffer.put(0, Pointer.to(values), (long) values.length * Integer.BYTES);
        return buffer;
    }

    private DeviceBuffer holding(long[] values) {
        DeviceBuffer buffer = allocate((long) values.length * Long.BYTES);
        buffer.put(0, Pointer.to(values), (long) values.length * Long.BYTES);
        return buffer;
    }

    private DeviceBuffer holding(float[] values) {
        DeviceBuffer buffer = allocate((long) values.length * Float.BYTES);
        buffer.put(0, Pointer.to(values), (long) values.length * Float.BYTES);
        return buffer;
    }
}
