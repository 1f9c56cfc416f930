package io.github.murmuration.backend.vector;

import static io.github.murmuration.rng.Noise.COLUMNS;
import static io.github.murmuration.rng.Noise.ROWS;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Philox4x32;
import io.github.murmuration.rng.Stream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** Noise layout 1 for the 256 columns of a tile at a time. Holds scratch: one instance per thread. */
final class VectorNoise {

    private static final long LOW = 0xFFFFFFFFL;
    private static final long FACTOR_0 = Integer.toUnsignedLong(Philox4x32.MULTIPLIER_0);
    private static final long FACTOR_1 = Integer.toUnsignedLong(Philox4x32.MULTIPLIER_1);
    private static final IntVector IOTA = IntVector.broadcast(Lanes.INT, 0).addIndex(1);
    private static final IntVector ONE = IntVector.broadcast(Lanes.INT, 1);
    private static final IntVector EIGHTH_TURN = IntVector.broadcast(Lanes.INT, 0x20000000);
    private static final FloatVector PER_QUARTER_TURN = FloatVector.broadcast(Lanes.FLOAT, 0x1p-30f);
    private static final FloatVector STEP = FloatVector.broadcast(Lanes.FLOAT, 0x1p-31f);
    private static final FloatVector HALF_STEP = FloatVector.broadcast(Lanes.FLOAT, 0x1p-32f);

    private final long seed;
    private final int[] words = new int[ROWS * COLUMNS];
    private final float[] radii = new float[COLUMNS];

    VectorNoise(long seed) {
        this.seed = seed;
    }

    /** Standard normals of a tile. @param into [1024], from position at on; overwritten. */
    void normals(Stream stream, long firstColumn, int step, int component, float[] into, int at) {
        philox(stream, firstColumn, step, component);
        for (int row = 0; row < ROWS; row += 2) {
            radii(row * COLUMNS);
            turn((row + 1) * COLUMNS, into, at + row * COLUMNS);
        }
    }

    /** Uniforms on (0, 1] of a tile. @param into [1024], overwritten. */
    void uniforms(Stream stream, long firstColumn, int step, int component, float[] into) {
        philox(stream, firstColumn, step, component);
        for (int i = 0; i < words.length; i += Lanes.COUNT) {
            uniform(IntVector.fromArray(Lanes.INT, words, i)).intoArray(into, i);
        }
    }

    private void philox(Stream stream, long firstColumn, int step, int component) {
        int counter1 = Noise.counter1(stream, firstColumn);
        for (int c = 0; c < COLUMNS; c += Lanes.COUNT) {
            IntVector w0 = IOTA.add((int) firstColumn + c);
            IntVector w1 = IntVector.broadcast(Lanes.INT, counter1);
            IntVector w2 = IntVector.broadcast(Lanes.INT, step);
            IntVector w3 = IntVector.broadcast(Lanes.INT, component);
            int k0 = (int) seed;
            int k1 = (int) (seed >>> 32);
            for (int round = 0; round < Philox4x32.ROUNDS; round++) {
                LongVector even0 = even(w0).mul(FACTOR_0);
                LongVector odd0 = odd(w0).mul(FACTOR_0);
                LongVector even1 = even(w2).mul(FACTOR_1);
                LongVector odd1 = odd(w2).mul(FACTOR_1);
                w0 = high(even1, odd1).lanewise(VectorOperators.XOR, w1).lanewise(VectorOperators.XOR, k0);
                w1 = low(even1, odd1);
                w2 = high(even0, odd0).lanewise(VectorOperators.XOR, w3).lanewise(VectorOperators.XOR, k1);
                w3 = low(even0, odd0);
                k0 += Philox4x32.WEYL_0;
                k1 += Philox4x32.WEYL_1;
            }
            w0.intoArray(words, c);
            w1.intoArray(words, COLUMNS + c);
            w2.intoArray(words, 2 * COLUMNS + c);
            w3.intoArray(words, 3 * COLUMNS + c);
        }
    }

    private static LongVector even(IntVector v) {
        return v.reinterpretAsLongs().and(LOW);
    }

    private static LongVector odd(IntVector v) {
        return v.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 32);
    }

    private static IntVector high(LongVector even, LongVector odd) {
        return even.lanewise(VectorOperators.LSHR, 32).or(odd.and(~LOW)).reinterpretAsInts();
    }

    private static IntVector low(LongVector even, LongVector odd) {
        return even.and(LOW).or(odd.lanewise(VectorOperators.LSHL, 32)).reinterpretAsInts();
    }

    private static FloatVector uniform(IntVector word) {
        return VectorMath.toFloat(word.lanewise(VectorOperators.LSHR, 1)).fma(STEP, HALF_STEP);
    }

    /** sqrt(-2 log u) of the words of a row. */
    private void radii(int from) {
        for (int c = 0; c < COLUMNS; c += Lanes.COUNT) {
            VectorMath.minusTwoLog(uniform(IntVector.fromArray(Lanes.INT, words, from + c)))
                    .sqrt()
                    .intoArray(radii, c);
        }
    }

    /** Normals of two rows: radii times the cosine, and the sine, of the angles of a row of words. */
    private void turn(int from, float[] into, int at) {
        for (int c = 0; c < COLUMNS; c += Lanes.COUNT) {
            IntVector angle = IntVector.fromArray(Lanes.INT, words, from + c);
            IntVector quadrant = angle.add(EIGHTH_TURN).lanewise(VectorOperators.LSHR, 30);
            FloatVector x = VectorMath.toFloat(angle.sub(quadrant.lanewise(VectorOperators.LSHL, 30)))
                    .mul(PER_QUARTER_TURN);
            FloatVector sine = VectorMath.sinQuarterTurns(x);
            FloatVector cosine = VectorMath.cosQuarterTurns(x);
            IntVector odd = VectorMath.ifOdd(quadrant);
            FloatVector first = VectorMath.negateIfSecondBit(VectorMath.choose(odd, sine, cosine), quadrant.add(ONE));
            FloatVector second = VectorMath.negateIfSecondBit(VectorMath.choose(odd, cosine, sine), quadrant);
            FloatVector radius = FloatVector.fromArray(Lanes.FLOAT, radii, c);
            radius.mul(first).intoArray(into, at + c);
            radius.mul(second).intoArray(into, at + COLUMNS + c);
        }
    }
}
