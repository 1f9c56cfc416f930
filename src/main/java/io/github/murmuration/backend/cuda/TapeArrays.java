package io.github.murmuration.backend.cuda;

import java.util.function.Function;
import java.util.function.LongFunction;

/** Device arrays of a model that is a tape; empty for others. */
final class TapeArrays {

    final TapeTables tables;
    final DeviceBuffer marks;
    final DeviceBuffer step;
    final DeviceBuffer start;
    final DeviceBuffer replica;
    final DeviceBuffer startTimes;
    final DeviceBuffer zeros;
    final DeviceBuffer averages;
    final DeviceBuffer laws;
    final DeviceBuffer thresholds;
    final DeviceBuffer numbers;
    final PairArrays pairs;

    /**
     * @param allocate bytes.
     * @param integers and
     */
    TapeArrays(
            MemoryPlan plan,
            LongFunction<DeviceBuffer> allocate,
            Function<int[], DeviceBuffer> integers,
            Function<float[], DeviceBuffer> floats) {
        this.tables = TapeTables.of(plan.spec());
        this.marks = allocate.apply(plan.markBytes());
        this.step = integers.apply(tables.step().words());
        this.start = integers.apply(tables.start().words());
        this.replica = integers.apply(tables.replica().words());
        this.startTimes = floats.apply(tables.startTimes());
        this.zeros = floats.apply(tables.zeros());
        this.averages = integers.apply(tables.averages());
        this.laws = integers.apply(tables.marks().laws());
        this.thresholds = integers.apply(tables.marks().thresholds());
        this.numbers = floats.apply(tables.marks().numbers());
        this.pairs = new PairArrays(plan.pairs(), allocate, integers);
    }
}
