package io.github.murmuration.backend.host;

import io.github.murmuration.backend.BatchErrors;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.CellGrid;
import io.github.murmuration.ensemble.PartnerChoice;
import io.github.murmuration.ensemble.PartnerShifts;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.ensemble.Tiling;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;

/** Pair means of the replicas of a group: before a step, from the states as they are then, into the blocks. */
final class PairPass {

    private final EnsembleSpec spec;
    private final TapedStep step;
    private final Block[] blocks;
    private final int agents;
    private final int chunks;
    private final PairTable[] tables;
    private final CellOrder[] orders;
    private Batch last;

    PairPass(EnsembleSpec spec, TapedStep step, Block[] blocks) {
        this.spec = spec;
        this.step = step;
        this.blocks = blocks;
        this.agents = Math.toIntExact(spec.agents());
        this.chunks = (agents + PairKernel.AGENTS - 1) / PairKernel.AGENTS;
        this.tables = new PairTable[blocks[0].replicas];
        boolean sorted = step.partners() instanceof PartnerChoice.Within;
        this.orders = new CellOrder[sorted ? tables.length : 0];
        for (int r = 0; r < tables.length; r++) {
            tables[r] = PairTable.of(step, agents);
            if (step.partners() instanceof PartnerChoice.Within within) {
                orders[r] = new CellOrder(new CellGrid(within, agents), agents);
            }
        }
    }

    /** Bytes of every array that is kept of a replica of so many agents, as the heap holds it. */
    static LongStream arrays(TapedStep step, long agents) {
        LongStream columns = LongStream.generate(() -> agents).limit(PairTable.count(step));
        LongStream order = step.partners() instanceof PartnerChoice.Within within
                ? LongStream.of(agents, agents, new CellGrid(within, agents).cells())
                : LongStream.empty();
        return LongStream.concat(columns, order).map(elements -> Block.HEADER + Float.BYTES * elements);
    }

    /** @param batch one step, with a row for every replica */
    void run(Crew<Group.Own> crew, Batch batch) {
        last = batch;
        for (int g = 0; g < spec.guidances(); g++) {
            int guidance = g;
            crew.forEach(tables.length, (own, r) -> read(r, guidance));
            crew.forEach(
                    Math.multiplyExact(tables.length, chunks),
                    (own, i) -> chunk(own.pairs().orElseThrow(), batch, guidance, i / chunks, i % chunks));
        }
    }

    /**
     * Errors of batches, of the first agents: partners are those of the next steps.
     * @param sums overwritten
     */
    Optional<String> remark(PairSums sums) {
        if (last == null || !(step.partners() instanceof PartnerChoice.Batch partners)) {
            return Optional.empty();
        }
        read(0, 0);
        BatchErrors errors = new BatchErrors(partners, agents, step.pairs());
        for (int k = 1; k <= BatchErrors.DRAWS; k++) {
            int count = sums.turnTo(inputs(last, 0, 0), 0);
            sums.addBatch(partners.partners(), shifts(0, last.firstStep() + k));
            for (int value = 0; value < step.pairs(); value++) {
                float[] means = new float[count];
                sums.means(value, 0, count, means, 0);
                errors.add(value, means);
            }
        }
        return Optional.of(errors.remark());
    }

    private void read(int r, int guidance) {
        if (orders.length > 0) {
            sort(r, guidance);
        }
        for (int position = 0; position < agents; ) {
            int a = inGroup(r, position);
            int count = together(a, agents - position);
            tables[r].take(position, block(a), guidance, place(a), count);
            position += count;
        }
    }

    private void sort(int r, int guidance) {
        CellGrid grid = orders[r].grid();
        float[] point = new float[grid.axes()];
        for (int i = 0; i < agents; i++) {
            int a = r * agents + i;
            for (int axis = 0; axis < point.length; axis++) {
                point[axis] = block(a).state(guidance, grid.coordinate(axis), place(a));
            }
            orders[r].set(i, grid.cell(point));
        }
        orders[r].sort();
    }

    private void chunk(PairSums sums, Batch batch, int guidance, int r, int number) {
        int first = number * PairKernel.AGENTS;
        int count = sums.turnTo(inputs(batch, guidance, r), first);
        if (step.partners() instanceof PartnerChoice.Batch partners) {
            sums.addBatch(partners.partners(), shifts(r, batch.firstStep()));
        } else if (orders.length > 0) {
            sums.addNeighbours(orders[r]);
        } else {
            sums.addAll();
        }
        for (int i = 0; i < count; ) {
            int a = inGroup(r, first + i);
            int some = together(a, count - i);
            for (int value = 0; value < step.pairs(); value++) {
                sums.means(value, i, some, block(a).pairs[guidance], block(a).pair(value, place(a)));
            }
            i += some;
        }
    }

    /**
     * Agents from the a-th of the group on that follow each other in the table and in their tile.
     * @param most of them
     */
    private int together(int a, int most) {
        return orders.length > 0 ? 1 : Math.min(most, spec.tiling().together(a % Tiling.BLOCK));
    }

    private PairKernel.Inputs inputs(Batch batch, int guidance, int r) {
        return new PairKernel.Inputs(tables[r], batch.rows()[guidance], batch.row(0, r));
    }

    /** Of the k-th partner in a step. */
    private IntUnaryOperator shifts(int r, int number) {
        PartnerShifts shifts = new PartnerShifts(spec.tiling(), spec.seed());
        int replica = blocks[0].firstReplica() + r;
        return k -> shifts.at(replica, number, k);
    }

    /**
     * Number among the agents of the group.
     * @param position in the table of replica r
     */
    private int inGroup(int r, int position) {
        return r * agents + (orders.length > 0 ? orders[r].agentAt(position) : position);
    }

    private Block block(int a) {
        return blocks[a / Tiling.BLOCK];
    }

    private int place(int a) {
        return spec.tiling().place(a % Tiling.BLOCK);
    }
}
