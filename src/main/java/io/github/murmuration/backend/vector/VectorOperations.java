package io.github.murmuration.backend.vector;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.tape.Operation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * tape.Operation on all agents of a tile: each a loop of its own, which is what the compiler makes whole vectors of, reached through a table,
 * so that it does not make one method of them that is too large (package-info).
 */
final class VectorOperations {

    private static final int V = Lanes.COUNT;
    private static final FloatVector ZERO = FloatVector.zero(Lanes.FLOAT);
    private static final FloatVector ONE = FloatVector.broadcast(Lanes.FLOAT, 1);

    /** An operation on all agents. */
    @FunctionalInterface
    private interface Pass {
        void run(VectorOperand a, VectorOperand b, VectorOperand c, float[] into, int at);
    }

    private final Pass[] passes = new Pass[Operation.values().length];
    private final float[] left = new float[Noise.TILE];
    private final float[] right = new float[Noise.TILE];

    VectorOperations() {
        for (Operation operation : Operation.values()) {
            passes[operation.ordinal()] = pass(operation);
        }
    }

    /** @param into [1024], from position at on; overwritten */
    void apply(Operation operation, VectorOperand a, VectorOperand b, VectorOperand c, float[] into, int at) {
        if (operation.operands() == 1) {
            whole(a, left);
        }
        passes[operation.ordinal()].run(a, b, c, into, at);
    }

    private Pass pass(Operation operation) {
        return switch (operation) {
            case ADD -> (a, b, c, into, at) -> add(a, b, into, at);
            case SUBTRACT -> (a, b, c, into, at) -> subtract(a, b, into, at);
            case MULTIPLY -> (a, b, c, into, at) -> multiply(a, b, into, at);
            case DIVIDE -> (a, b, c, into, at) -> divide(a, b, into, at);
            case FMA -> (a, b, c, into, at) -> fma(a, b, c, into, at);
            case FMS -> (a, b, c, into, at) -> fms(a, b, c, into, at);
            case FNMA -> (a, b, c, into, at) -> fnma(a, b, c, into, at);
            case NEGATE -> (a, b, c, into, at) -> VectorMath.negate(a.array, a.at, into, at, Noise.TILE);
            case SQRT -> (a, b, c, into, at) -> VectorMath.sqrt(a.array, a.at, into, at, Noise.TILE);
            case EXP -> (a, b, c, into, at) -> VectorMath.exp(a.array, a.at, into, at, Noise.TILE);
            case LOG -> (a, b, c, into, at) -> VectorMath.log(a.array, a.at, into, at, Noise.TILE);
            case SIN -> (a, b, c, into, at) -> VectorMath.sin(a.array, a.at, into, at, Noise.TILE);
            case COS -> (a, b, c, into, at) -> VectorMath.cos(a.array, a.at, into, at, Noise.TILE);
            case TANH -> (a, b, c, into, at) -> VectorMath.tanh(a.array, a.at, into, at, Noise.TILE);
            case FLOOR -> (a, b, c, into, at) -> VectorMath.floor(a.array, a.at, into, at, Noise.TILE);
            case SIGN -> (a, b, c, into, at) -> VectorMath.sign(a.array, a.at, into, at, Noise.TILE);
            case ABS -> (a, b, c, into, at) -> VectorMath.abs(a.array, a.at, into, at, Noise.TILE);
            case ATAN2 ->
                (a, b, c, into, at) -> {
                    whole(a, left);
                    whole(b, right);
                    VectorMath.atan2(a.array, a.at, b.array, b.at, into, at, Noise.TILE);
                };
            case MIN -> (a, b, c, into, at) -> min(a, b, into, at);
            case MAX -> (a, b, c, into, at) -> max(a, b, into, at);
            case LESS -> (a, b, c, into, at) -> less(a, b, into, at);
            case LESS_EQUAL -> (a, b, c, into, at) -> lessEqual(a, b, into, at);
            case WHERE -> (a, b, c, into, at) -> where(a, b, c, into, at);
            default -> (a, b, c, into, at) -> other(operation, a, b, c, into, at);
        };
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

    private static void min(VectorOperand a, VectorOperand b, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            VectorFormulas.min(a.get(i), b.get(i)).intoArray(into, at + i);
        }
    }

    private static void max(VectorOperand a, VectorOperand b, float[] into, int at) {
        for (int i = 0; i < Noise.TILE; i += V) {
            VectorFormulas.max(a.get(i), b.get(i)).intoArray(into, at + i);
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

    /**
     * An operand of which every agent has its own value: a copy if it was shared.
     * @param room [1024]
     */
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
}
