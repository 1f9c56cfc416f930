package io.github.murmuration.backend.vector;

import static io.github.murmuration.backend.vector.VectorCoefficients.*;
import static io.github.murmuration.rng.Noise.COLUMNS;
import static io.github.murmuration.rng.Noise.ROWS;
import static jdk.incubator.vector.VectorOperators.*;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Philox4x32;
import io.github.murmuration.rng.Stream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;

/** Noise layout 1 for the 256 columns of a tile at a time. Holds scratch: one instance per thread. */
final class VectorNoise {

    private static final int V = Lanes.COUNT;
    private static final long LOW = 0xFFFFFFFFL;
    private static final long HIGH = ~LOW;
    private static final long FACTOR_0 = Integer.toUnsignedLong(Philox4x32.MULTIPLIER_0);
    private static final long FACTOR_1 = Integer.toUnsignedLong(Philox4x32.MULTIPLIER_1);
    private static final IntVector IOTA = IntVector.broadcast(Lanes.INT, 0).addIndex(1);
    private static final IntVector ONE = IntVector.broadcast(Lanes.INT, 1);
    private static final IntVector EIGHTH_TURN = IntVector.broadcast(Lanes.INT, 0x20000000);
    private static final FloatVector PER_QUARTER_TURN = FloatVector.broadcast(Lanes.FLOAT, 0x1p-30f);
    private static final FloatVector MINUS_TWO = FloatVector.broadcast(Lanes.FLOAT, -2f);
    private static final IntVector SIGNIFICAND = IntVector.broadcast(Lanes.INT, 0x007fffff);
    private static final FloatVector STEP = FloatVector.broadcast(Lanes.FLOAT, 0x1p-31f);
    private static final FloatVector HALF_STEP = FloatVector.broadcast(Lanes.FLOAT, 0x1p-32f);

    private final long seed;
    private final int[] words = new int[ROWS * COLUMNS];
    private final float[] radii = new float[COLUMNS];

    VectorNoise(long seed) {
        this.seed = seed;
    }

    /**
     * Standard normals of a tile.
     * @param into [1024], from position at on; overwritten.
     */
    void normals(Stream stream, long firstColumn, int step, int component, float[] into, int at) {
        normals(stream, firstColumn, step, component, into, at, Noise.TILE);
    }

    /**
     * Those of its first places at least.
     * @param into as above
     */
    void normals(Stream stream, long firstColumn, int step, int component, float[] into, int at, int places) {
        int columns = Math.min(COLUMNS, places);
        philox(stream, firstColumn, step, component, columns);
        for (int row = 0; row * COLUMNS < places; row += 2) {
            radii(row * COLUMNS, columns);
            turn((row + 1) * COLUMNS, columns, into, at + row * COLUMNS);
        }
    }

    /**
     * Uniforms on (0, 1] of a tile.
     * @param into [1024], overwritten.
     */
    void uniforms(Stream stream, long firstColumn, int step, int component, float[] into) {
        philox(stream, firstColumn, step, component, COLUMNS);
        for (int i = 0; i < words.length; i += V) {
            IntVector word = IntVector.fromArray(Lanes.INT, words, i).lanewise(LSHR, 1);
            ((FloatVector) word.convert(I2F, 0)).fma(STEP, HALF_STEP).intoArray(into, i);
        }
    }

    private void philox(Stream stream, long firstColumn, int step, int component, int columns) {
        int counter1 = Noise.counter1(stream, firstColumn);
        for (int c = 0; c < columns; c += V) {
            IntVector w0 = IOTA.add((int) firstColumn + c);
            IntVector w1 = IntVector.broadcast(Lanes.INT, counter1);
            IntVector w2 = IntVector.broadcast(Lanes.INT, step);
            IntVector w3 = IntVector.broadcast(Lanes.INT, component);
            int k0 = (int) seed;
            int k1 = (int) (seed >>> 32);
            for (int round = 0; round < Philox4x32.ROUNDS; round++) {
                LongVector even0 = w0.reinterpretAsLongs().and(LOW).mul(FACTOR_0);
                LongVector odd0 = w0.reinterpretAsLongs().lanewise(LSHR, 32).mul(FACTOR_0);
                LongVector even1 = w2.reinterpretAsLongs().and(LOW).mul(FACTOR_1);
                LongVector odd1 = w2.reinterpretAsLongs().lanewise(LSHR, 32).mul(FACTOR_1);
                LongVector high0 = even0.lanewise(LSHR, 32).or(odd0.and(HIGH));
                LongVector high1 = even1.lanewise(LSHR, 32).or(odd1.and(HIGH));
                w0 = high1.reinterpretAsInts().lanewise(XOR, w1).lanewise(XOR, k0);
                w1 = even1.and(LOW).or(odd1.lanewise(LSHL, 32)).reinterpretAsInts();
                w2 = high0.reinterpretAsInts().lanewise(XOR, w3).lanewise(XOR, k1);
                w3 = even0.and(LOW).or(odd0.lanewise(LSHL, 32)).reinterpretAsInts();
                k0 += Philox4x32.WEYL_0;
                k1 += Philox4x32.WEYL_1;
            }
            w0.intoArray(words, c);
            w1.intoArray(words, COLUMNS + c);
            w2.intoArray(words, 2 * COLUMNS + c);
            w3.intoArray(words, 3 * COLUMNS + c);
        }
    }

    /** sqrt(-2 log u) of the first words of a row. */
    private void radii(int from, int columns) {
        for (int c = 0; c < columns; c += V) {
            IntVector word = IntVector.fromArray(Lanes.INT, words, from + c).lanewise(LSHR, 1);
            FloatVector u = ((FloatVector) word.convert(I2F, 0)).fma(STEP, HALF_STEP);
            IntVector shifted = u.reinterpretAsInts().sub(SQRT_HALF_BITS);
            FloatVector exponent = (FloatVector) shifted.lanewise(ASHR, 23).convert(I2F, 0);
            FloatVector f = shifted.and(SIGNIFICAND)
                    .add(SQRT_HALF_BITS)
                    .reinterpretAsFloats()
                    .sub(LOG_0);
            FloatVector p = LOG_8.fma(f, LOG_7).fma(f, LOG_6).fma(f, LOG_5).fma(f, LOG_4);
            p = p.fma(f, LOG_3).fma(f, LOG_2).fma(f, LOG_1).fma(f, LOG_0);
            exponent.fma(MINUS_TWO_LN2, f.mul(MINUS_TWO).mul(p)).sqrt().intoArray(radii, c);
        }
    }

    /** Normals of two rows: radii times the cosine, and the sine, of the angles of the first words of a row. */
    private void turn(int from, int columns, float[] into, int at) {
        for (int c = 0; c < columns; c += V) {
            IntVector angle = IntVector.fromArray(Lanes.INT, words, from + c);
            IntVector quadrant = angle.add(EIGHTH_TURN).lanewise(LSHR, 30);
            IntVector rest = angle.sub(quadrant.lanewise(LSHL, 30));
            FloatVector x = ((FloatVector) rest.convert(I2F, 0)).mul(PER_QUARTER_TURN);
            FloatVector y = x.mul(x);
            IntVector sine =
                    SIN_3.fma(y, SIN_2).fma(y, SIN_1).fma(y, SIN_0).mul(x).reinterpretAsInts();
            IntVector cosine = COS_3.fma(y, COS_2).fma(y, COS_1).fma(y, COS_0).reinterpretAsInts();
            IntVector swap = sine.lanewise(XOR, cosine).and(quadrant.and(ONE).neg());
            IntVector minusFirst = quadrant.add(ONE).lanewise(LSHR, 1).lanewise(LSHL, 31);
            IntVector minusSecond = quadrant.lanewise(LSHR, 1).lanewise(LSHL, 31);
            FloatVector radius = FloatVector.fromArray(Lanes.FLOAT, radii, c);
            IntVector first = cosine.lanewise(XOR, swap).lanewise(XOR, minusFirst);
            IntVector second = sine.lanewise(XOR, swap).lanewise(XOR, minusSecond);
            radius.mul(first.reinterpretAsFloats()).intoArray(into, at + c);
            radius.mul(second.reinterpretAsFloats()).intoArray(into, at + COLUMNS + c);
        }
    }
}
