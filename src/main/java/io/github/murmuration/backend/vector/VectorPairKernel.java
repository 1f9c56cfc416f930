package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.host.PairKernel;
import io.github.murmuration.backend.host.PairTable;
import io.github.murmuration.ensemble.PartnerChoice;
import java.util.Arrays;
import java.util.stream.Stream;

/** Pairs, a vector of agents at a time. */
final class VectorPairKernel implements PairKernel {

    private static final int V = Lanes.COUNT;

    private final PairProgram program;
    private final PairBlock block = new PairBlock();

    /** Columns of some agents and some partners: copies, and behind them the results of what depends on one side alone. */
    private final float[][] own;

    private final float[][] other;
    private final float[][] ownRooms;
    private final float[][] otherRooms;
    private final float[][] rooms;
    private final float[] sums;

    private PairTable table;
    private float[][] columns;

    VectorPairKernel(PairProgram program, int values) {
        this.program = program;
        this.sums = new float[values * AGENTS];
        this.ownRooms = new float[program.own().rooms()][AGENTS];
        this.otherRooms = new float[program.other().rooms()][PartnerChoice.RUN];
        this.rooms = new float[program.mostRooms()][PairBlock.TURNS * V];
        this.own = columns(AGENTS, ownRooms, program.own());
        this.other = columns(PartnerChoice.RUN, otherRooms, program.other());
    }

    private float[][] columns(int length, float[][] made, PairPasses by) {
        float[][] copies = new float[program.columns()][length];
        return Stream.concat(
                        Arrays.stream(copies), Arrays.stream(by.outputRooms()).mapToObj(room -> made[room]))
                .toArray(float[][]::new);
    }

    @Override
    public void add(Inputs inputs, int first, int count, int from, int to, float[] into, int at) {
        turnTo(inputs);
        copy(first, count, own);
        copy(from, to - from, other);
        block.ownAt = 0;
        block.otherAt = 0;
        block.own = own;
        block.other = other;
        side(program.own(), ownRooms, count);
        side(program.other(), otherRooms, to - from);
        block.rooms = rooms;
        block.sums = sums;
        copySums(into, at, sums, 0, count);
        program.across().across(block, vectors(count), to - from);
        copySums(sums, 0, into, at, count);
    }

    @Override
    public void addBeside(Inputs inputs, int first, int count, int partner, float[] into, int at) {
        turnTo(inputs);
        int whole = count / V * V;
        beside(columns, first, columns, partner, whole / V, into, at);
        int rest = count - whole;
        if (rest > 0) {
            copy(first + whole, rest, own);
            copy(partner + whole, rest, other);
            copySums(into, at + whole, sums, 0, rest);
            beside(own, 0, other, 0, 1, sums, 0);
            copySums(sums, 0, into, at + whole, rest);
        }
    }

    private void turnTo(Inputs inputs) {
        block.rows = inputs.rows();
        block.row = inputs.row();
        if (table != inputs.table()) {
            table = inputs.table();
            columns = Stream.concat(
                            Stream.concat(Arrays.stream(table.states()), Arrays.stream(table.marks())),
                            Stream.of(table.labels()))
                    .toArray(float[][]::new);
        }
    }

    /** Copies some agents of the table to the beginning of other columns. */
    private void copy(int first, int count, float[][] into) {
        for (int c = 0; c < columns.length; c++) {
            if (columns[c].length > 0) {
                System.arraycopy(columns[c], first, into[c], 0, count);
            }
        }
    }

    /** What depends on one side alone. */
    private void side(PairPasses passes, float[][] results, int count) {
        block.rooms = results;
        block.count = vectors(count);
        passes.run(block);
    }

    private void beside(
            float[][] agents, int first, float[][] partners, int partner, int vectors, float[] into, int at) {
        block.own = agents;
        block.ownAt = first;
        block.other = partners;
        block.otherAt = partner;
        block.rooms = rooms;
        block.sums = into;
        block.sumsAt = at;
        block.count = vectors;
        if (vectors > 0) {
            program.beside().run(block);
        }
    }

    /** Vectors that so many agents take. */
    private static int vectors(int count) {
        return (count + V - 1) / V;
    }

    private static void copySums(float[] from, int fromAt, float[] to, int toAt, int count) {
        for (int value = 0; value < from.length; value += AGENTS) {
            System.arraycopy(from, value + fromAt, to, value + toAt, count);
        }
    }
}
