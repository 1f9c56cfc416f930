package io.github.murmuration.backend.cuda;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Device arrays of pair means; empty where a step reads none. */
final class PairArrays {

    final DeviceBuffer tape;
    final DeviceBuffer columns;
    final DeviceBuffer table;
    final DeviceBuffer means;
    final DeviceBuffer sums;
    final DeviceBuffer runs;
    final DeviceBuffer scratch;
    final DeviceBuffer shifts;
    final DeviceBuffer[] cells = new DeviceBuffer[2];
    final DeviceBuffer[] orders = new DeviceBuffer[2];
    final DeviceBuffer counts;
    final DeviceBuffer begins;

    /**
     * @param allocate bytes.
     * @param integers and
     */
    PairArrays(Optional<PairPlan> plan, LongFunction<DeviceBuffer> allocate, Function<int[], DeviceBuffer> integers) {
        Function<ToLongFunction<PairPlan>, DeviceBuffer> of =
                bytes -> allocate.apply(plan.map(bytes::applyAsLong).orElse(0L));
        this.tape = integers.apply(plan.map(p -> p.tape().words()).orElse(new int[0]));
        this.columns = integers.apply(plan.map(p -> p.columns().words()).orElse(new int[0]));
        this.table = of.apply(PairPlan::tableBytes);
        this.means = of.apply(PairPlan::meanBytes);
        this.sums = of.apply(PairPlan::sumBytes);
        this.runs = of.apply(PairPlan::runBytes);
        this.scratch = of.apply(PairPlan::scratchBytes);
        this.shifts = of.apply(PairPlan::shiftBytes);
        for (int i = 0; i < 2; i++) {
            this.cells[i] = of.apply(PairPlan::orderBytes);
            this.orders[i] = of.apply(PairPlan::orderBytes);
        }
        this.counts = of.apply(PairPlan::countBytes);
        this.begins = of.apply(PairPlan::beginBytes);
    }
}
