package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.ensemble.PatternTable;
import java.util.Locale;
import jcuda.Pointer;

/** Device memory of a pattern evaluator: the table, and one piece for everything else. It grows with what is asked. */
final class PatternMemory implements AutoCloseable {

    /** What allocation granularity may cost. */
    static final long RESERVE = 1L << 21;

    private final Context context;
    private DeviceBuffer table = new DeviceBuffer(0);
    private DeviceBuffer work = new DeviceBuffer(0);

    PatternMemory(Context context) {
        this.context = context;
    }

    /**
     * Brings the table to the device and finds room for the centres, fewer at a time where memory is short.
     *
     * @throws UnavailableException it does not suffice for one centre; says how many patterns it would suffice for
     */
    PatternPlan hold(PatternTable patterns, int centres) {
        PatternPlan plan = PatternPlan.of(patterns, centres);
        long tableBytes = PatternPlan.tableBytes(patterns);
        if (tableBytes > table.bytes() || plan.bytes() > work.bytes()) {
            plan = grow(plan, patterns, tableBytes);
        }
        table.put(0, Pointer.to(patterns.values()), tableBytes);
        return plan;
    }

    long table() {
        return table.address();
    }

    DeviceBuffer work() {
        return work;
    }

    @Override
    public void close() {
        table.close();
        work.close();
    }

    private PatternPlan grow(PatternPlan wanted, PatternTable patterns, long tableBytes) {
        table = replaced(table, 0);
        work = replaced(work, 0);
        long free = context.free();
        PatternPlan plan = wanted.within(free - tableBytes - RESERVE);
        if (plan.centres() < 1) {
            throw refusal(wanted.of(1), patterns, free);
        }
        try {
            table = replaced(table, tableBytes);
            work = replaced(work, plan.bytes());
        } catch (DeviceBuffer.OutOfMemory e) {
            throw refusal(wanted.of(1), patterns, free);
        }
        return plan;
    }

    private static DeviceBuffer replaced(DeviceBuffer old, long bytes) {
        DeviceBuffer made = new DeviceBuffer(bytes);
        old.close();
        return made;
    }

    private static UnavailableException refusal(PatternPlan one, PatternTable patterns, long free) {
        return refusal(patterns.count(), patterns.dimension(), PatternPlan.tableBytes(patterns) + one.bytes(), free);
    }

    /**
     * What is said where patterns do not fit.
     *
     * @param needed bytes
     * @param free the same
     */
    static UnavailableException refusal(int patterns, int dimension, long needed, long free) {
        int tiles = (patterns + PatternTable.TILE - 1) / PatternTable.TILE;
        long fit = Math.max(0, (free - RESERVE) / (needed / tiles)) * PatternTable.TILE;
        return new UnavailableException(String.format(
                Locale.ROOT,
                "cuda: %,d patterns of %d coordinates need %,d MiB, the device has %,d MiB free; at most about %,d patterns fit",
                patterns,
                dimension,
                ((needed + RESERVE) >> 20) + 1,
                free >> 20,
                fit));
    }
}
