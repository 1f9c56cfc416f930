package io.github.murmuration.backend.vector;

import static io.github.murmuration.rng.Noise.COLUMNS;

import io.github.murmuration.backend.host.Block;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.SumTree;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Sums of one tile by label, one coordinate at a time: 256 column sums each, then halved. */
final class VectorSums {

    private static final int V = Lanes.COUNT;

    /** Sums of a coordinate of steered agents. */
    private static final int STEERED = SumLayout.POWER + 1;

    private final SumLayout layout;
    private final int width;
    private final int replicas;
    private final float[] columns = new float[(STEERED + 1) * COLUMNS];
    private final float[] levels;
    private int[] labels = {};
    private int labelsAt;
    private boolean everyone;

    VectorSums(SumLayout layout, Tiling tiling) {
        this.layout = layout;
        this.width = tiling.columns();
        this.replicas = tiling.replicasPerTile();
        this.levels = replicas == 1 ? new float[0] : levels(width);
    }

    /** The tile that the next calls are about. */
    void tile(Block block, int tile) {
        labels = block.labels;
        labelsAt = tile * COLUMNS;
        everyone = layout.labels() == 1 && block.full(tile);
    }

    /**
     * Sums of coordinate j.
     *
     * @param x states, from position xAt on
     * @param u controls, from position uAt on
     * @param reference where the reference begins among the fed entries of the row
     * @param into sums of the tile [replica in the tile][SumLayout], from position at on; modified
     */
    void coordinate(int j, float[] x, int xAt, float[] u, int uAt, VectorRow row, int reference, float[] into, int at) {
        for (int label = 0; label < layout.labels(); label++) {
            if (everyone) {
                columnsOfAll(x, xAt, u, uAt, row, reference);
            } else {
                columns(label, x, xAt, u, uAt, row, reference);
            }
            halveInto(STEERED, into, at + layout.at(label, j));
        }
    }

    /**
     * Sums of a channel of agents that are not steered: its first, and its second if it is a coordinate.
     *
     * @param values of the channel
     * @param reference where the reference begins among the fed entries of the row
     * @param into sums of the tile [replica in the tile][SumLayout], from position at on; modified
     */
    void channel(int channel, VectorOperand values, VectorRow row, int reference, float[] into, int at) {
        int sums = channel < layout.dimension() ? layout.width() : 1;
        for (int label = 0; label < layout.labels(); label++) {
            if (everyone) {
                departuresOfAll(values, row, reference);
            } else {
                departures(label, values, row, reference);
            }
            halveInto(sums, into, at + layout.at(label, channel));
        }
    }

    private void departuresOfAll(VectorOperand values, VectorRow row, int reference) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector from = FloatVector.fromArray(Lanes.FLOAT, row.fed, reference + (c & row.differing));
            FloatVector first = FloatVector.zero(Lanes.FLOAT);
            FloatVector second = first;
            for (int i = c; i < Noise.TILE; i += COLUMNS) {
                FloatVector departure = values.get(i).sub(from);
                first = first.add(departure);
                second = departure.fma(departure, second);
            }
            first.intoArray(columns, c);
            second.intoArray(columns, COLUMNS + c);
        }
    }

    private void departures(int label, VectorOperand values, VectorRow row, int reference) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector from = FloatVector.fromArray(Lanes.FLOAT, row.fed, reference + (c & row.differing));
            FloatVector first = FloatVector.zero(Lanes.FLOAT);
            FloatVector second = first;
            for (int i = c, bits = 0; i < Noise.TILE; i += COLUMNS, bits += Block.LABEL_BITS) {
                FloatVector departure = values.get(i)
                        .sub(from)
                        .reinterpretAsInts()
                        .and(member(label, c, bits))
                        .reinterpretAsFloats();
                first = first.add(departure);
                second = departure.fma(departure, second);
            }
            first.intoArray(columns, c);
            second.intoArray(columns, COLUMNS + c);
        }
    }

    /**
     * All bits where the agent of a column is of a label, none elsewhere.
     * @param bits before its label in a word
     */
    private IntVector member(int label, int c, int bits) {
        IntVector difference = IntVector.fromArray(Lanes.INT, labels, labelsAt + c)
                .lanewise(VectorOperators.LSHR, bits)
                .and(0xff)
                .lanewise(VectorOperators.XOR, label);
        return difference.sub(1).lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
    }

    /** Halves the columns of the first sums and writes the sums of each replica. */
    private void halveInto(int sums, float[] into, int at) {
        for (int s = 0; s < sums; s++) {
            if (replicas == 1) {
                into[at + s] = halve(s * COLUMNS);
            } else {
                halveParts(s * COLUMNS);
                for (int replica = 0; replica < replicas; replica++) {
                    into[at + replica * layout.size() + s] = columns[s * COLUMNS + replica * width];
                }
            }
        }
    }

    /** Of a tile whose agents all have the one label there is: half the operations. */
    private void columnsOfAll(float[] x, int xAt, float[] u, int uAt, VectorRow row, int reference) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector from = FloatVector.fromArray(Lanes.FLOAT, row.fed, reference + (c & row.differing));
            FloatVector first = FloatVector.zero(Lanes.FLOAT);
            FloatVector second = first;
            FloatVector power = first;
            for (int i = c; i < Noise.TILE; i += COLUMNS) {
                FloatVector departure =
                        FloatVector.fromArray(Lanes.FLOAT, x, xAt + i).sub(from);
                FloatVector control = FloatVector.fromArray(Lanes.FLOAT, u, uAt + i);
                first = first.add(departure);
                second = departure.fma(departure, second);
                power = control.fma(control, power);
            }
            first.intoArray(columns, c);
            second.intoArray(columns, COLUMNS + c);
            power.intoArray(columns, 2 * COLUMNS + c);
        }
    }

    /** Of the agents of a label: the others count as 0. */
    private void columns(int label, float[] x, int xAt, float[] u, int uAt, VectorRow row, int reference) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector from = FloatVector.fromArray(Lanes.FLOAT, row.fed, reference + (c & row.differing));
            FloatVector first = FloatVector.zero(Lanes.FLOAT);
            FloatVector second = first;
            FloatVector power = first;
            IntVector words = IntVector.fromArray(Lanes.INT, labels, labelsAt + c);
            for (int i = c, bits = 0; i < Noise.TILE; i += COLUMNS, bits += Block.LABEL_BITS) {
                IntVector difference =
                        words.lanewise(VectorOperators.LSHR, bits).and(0xff).lanewise(VectorOperators.XOR, label);
                IntVector member = difference.sub(1).lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
                FloatVector departure = FloatVector.fromArray(Lanes.FLOAT, x, xAt + i)
                        .sub(from)
                        .reinterpretAsInts()
                        .and(member)
                        .reinterpretAsFloats();
                FloatVector control = FloatVector.fromArray(Lanes.FLOAT, u, uAt + i)
                        .reinterpretAsInts()
                        .and(member)
                        .reinterpretAsFloats();
                first = first.add(departure);
                second = departure.fma(departure, second);
                power = control.fma(control, power);
            }
            first.intoArray(columns, c);
            second.intoArray(columns, COLUMNS + c);
            power.intoArray(columns, 2 * COLUMNS + c);
        }
    }

    /** Halves whole vectors as far as they go, the rest one by one. */
    private float halve(int offset) {
        int left = width;
        for (; left > V && left % (2 * V) == 0; left /= 2) {
            for (int c = 0; c < left / 2; c += V) {
                FloatVector upper = FloatVector.fromArray(Lanes.FLOAT, columns, offset + left / 2 + c);
                FloatVector.fromArray(Lanes.FLOAT, columns, offset + c)
                        .add(upper)
                        .intoArray(columns, offset + c);
            }
        }
        return SumTree.halve(columns, offset, left);
    }

    /** Halves the columns of all replicas together: columns that take another one at a level are marked there. */
    private void halveParts(int offset) {
        int level = 0;
        for (int left = width; left > 1; left = (left + 1) / 2) {
            int half = (left + 1) / 2;
            for (int c = 0; c < COLUMNS; c += V) {
                VectorMask<Float> takes =
                        FloatVector.fromArray(Lanes.FLOAT, levels, level + c).compare(VectorOperators.EQ, 1f);
                FloatVector own = FloatVector.fromArray(Lanes.FLOAT, columns, offset + c);
                FloatVector sum = own.add(FloatVector.fromArray(Lanes.FLOAT, columns, offset + c + half));
                own.blend(sum, takes).intoArray(columns, offset + c);
            }
            level += COLUMNS;
        }
    }

    /**
     * 1 where a column takes another one, level by level [levels][256].
     * @param width of a replica
     */
    private static float[] levels(int width) {
        float[] levels = new float[0];
        for (int left = width; left > 1; left = (left + 1) / 2) {
            int at = levels.length;
            levels = Arrays.copyOf(levels, at + COLUMNS);
            for (int c = 0; c < COLUMNS; c++) {
                levels[at + c] = c % width < left / 2 ? 1 : 0;
            }
        }
        return levels;
    }
}
