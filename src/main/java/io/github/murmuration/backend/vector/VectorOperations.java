package io.github.murmuration.backend.vector;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.tape.Operation;
import java.util.HashMap;
import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** tape.Operation on all agents of a tile: each a loop of its own, which is what the compiler makes whole vectors of. */
final class VectorOperations {

    private static final int V = Lanes.COUNT;
    private static final FloatVector ZERO = FloatVector.zero(Lanes.FLOAT);
    private static final FloatVector ONE = FloatVector.broadcast(Lanes.FLOAT, 1);

    private final float[] left = new float[Noise.TILE];
    private final float[] right = new float[Noise.TILE];
    private final Map<Integer, float[]> kept = new HashMap<>();

    /** @param into [1024], from position at on; overwritten */
    void apply(Operation operation, VectorOperand a, VectorOperand b, VectorOperand c, float[] into, int at) {
        if (operation.operands() == 1) {
            whole(a, left);
        }
        switch (operation) {
            case ADD -> add(a, b, into, at);
            case SUBTRACT -> subtract(a, b, into, at);
            case MULTIPLY -> multiply(a, b, into, at);
            case DIVIDE -> divide(a, b, into, at);
            case FMA -> fma(a, b, c, into, at);
            case FMS -> fms(a, b, c, into, at);
            case FNMA -> fnma(a, b, c, into, at);
            case NEGATE -> VectorMath.negate(a.array, a.at, into, at, Noise.TILE);
            case SQRT -> VectorMath.sqrt(a.array, a.at, into, at, Noise.TILE);
            case EXP -> VectorMath.exp(a.array, a.at, into, at, Noise.TILE);
            case LOG -> VectorMath.log(a.array, a.at, into, at, Noise.TILE);
            case SIN -> VectorMath.sin(a.array, a.at, into, at, Noise.TILE);
            case COS -> VectorMath.cos(a.array, a.at, into, at, Noise.TILE);
            case TANH -> VectorMath.tanh(a.array, a.at, into, at, Noise.TILE);
            case FLOOR -> VectorMath.floor(a.array, a.at, into, at, Noise.TILE);
            case SIGN -> VectorMath.sign(a.array, a.at, into, at, Noise.TILE);
            case ABS -> VectorMath.abs(a.array, a.at, into, at, Noise.TILE);
            case ATAN2 -> {
                whole(a, left);
                whole(b, right);
                VectorMath.atan2(a.array, a.at, b.array, b.at, into, at, Noise.TILE);
            }
            case MIN -> {
                whole(a, left);
                whole(b, right);
                VectorMath.min(a.array, a.at, b.array, b.at, into, at, Noise.TILE);
            }
            case MAX -> {
                whole(a, left);
                whole(b, right);
                VectorMath.max(a.array, a.at, b.array, b.at, into, at, Noise.TILE);
            }
            case LESS -> less(a, b, into, at);
            case LESS_EQUAL -> lessEqual(a, b, into, at);
            case WHERE -> where(a, b, c, into, at);
            default -> other(operation, a, b, c, into, at);
        }
    }

    private static void add(VectorOperand a, VectorOperand b, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            a.get(i).add(b.get(i)).intoArray(into, at + i);
        }
    }

    private static void subtract(VectorOperand a, VectorOperand b, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            a.get(i).sub(b.get(i)).intoArray(into, at + i);
        }
    }

    private static void multiply(VectorOperand a, VectorOperand b, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            a.get(i).mul(b.get(i)).intoArray(into, at + i);
        }
    }

    private static void divide(VectorOperand a, VectorOperand b, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            a.get(i).div(b.get(i)).intoArray(into, at + i);
        }
    }

    private static void fma(VectorOperand a, VectorOperand b, VectorOperand c, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            a.get(i).fma(b.get(i), c.get(i)).intoArray(into, at + i);
        }
    }

    private static void fms(VectorOperand a, VectorOperand b, VectorOperand c, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            a.get(i).fma(b.get(i), c.get(i).neg()).intoArray(into, at + i);
        }
    }

    private static void fnma(VectorOperand a, VectorOperand b, VectorOperand c, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            a.get(i).neg().fma(b.get(i), c.get(i)).intoArray(into, at + i);
        }
    }

    private static void less(VectorOperand a, VectorOperand b, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            ZERO.blend(ONE, a.get(i).compare(VectorOperators.LT, b.get(i))).intoArray(into, at + i);
        }
    }

    private static void lessEqual(VectorOperand a, VectorOperand b, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            ZERO.blend(ONE, a.get(i).compare(VectorOperators.LE, b.get(i))).intoArray(into, at + i);
        }
    }

    private static void where(VectorOperand a, VectorOperand b, VectorOperand c, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            VectorMask<Float> chosen = a.get(i).compare(VectorOperators.NE, ZERO);
            c.get(i).blend(b.get(i), chosen).intoArray(into, at + i);
        }
    }

    /** An operand of which every agent has its own value: a copy if it was shared. @param room [1024] */
    private void whole(VectorOperand a, float[] room) {
        if (a.mask != VectorOperand.EACH) {
            copy(a, room, 0);
            a.set(room, 0, VectorOperand.EACH);
        }
    }

    /** Agent by agent. */
    private static void other(
            Operation operation, VectorOperand a, VectorOperand b, VectorOperand c, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i++) {
            float x = a.array[a.at + (i & a.mask)];
            float y = b.array[b.at + (i & b.mask)];
            float z = c.array[c.at + (i & c.mask)];
            into[at + i] = operation.apply(x, y, z);
        }
    }

    void copy(VectorOperand a, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            a.get(i).intoArray(into, at + i);
        }
    }

    /** Room [1024] for a state that another one becomes. */
    float[] kept(int j) {
        return kept.computeIfAbsent(j, number -> new float[Noise.TILE]);
    }
}
