package io.github.murmuration.backend.vector;

import io.github.murmuration.tape.Operation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Instructions that call methods of vectors. What is computed is left on the stack. */
final class VectorCode {

    static final FloatVector ZERO = FloatVector.zero(Lanes.FLOAT);
    static final FloatVector ONE = FloatVector.broadcast(Lanes.FLOAT, 1);
    static final FloatVector MINUS_ONE = FloatVector.broadcast(Lanes.FLOAT, -1);

    /** From here on all numbers are whole. */
    static final FloatVector WHOLE = FloatVector.broadcast(Lanes.FLOAT, 0x1p23f);

    private static final Class<?> FLOATS = FloatVector.class;

    private final MethodCode code;

    VectorCode(MethodCode code) {
        this.code = code;
    }

    void species() {
        code.constant(Lanes.class, "FLOAT", VectorSpecies.class);
    }

    /** The vector at a position of an array, both on the stack above the species. */
    void fromArray() {
        code.callStatic(FLOATS, "fromArray", FLOATS, VectorSpecies.class, float[].class, int.class);
    }

    /** A number on the stack above the species, in every lane. */
    void broadcast() {
        code.callStatic(FLOATS, "broadcast", FLOATS, VectorSpecies.class, float.class);
    }

    /** Writes a vector to a position of an array, both on the stack above it. */
    void intoArray() {
        code.call(FLOATS, "intoArray", void.class, float[].class, int.class);
    }

    /** The sum of two vectors on the stack. */
    VectorCode add() {
        return binary("add");
    }

    /**
     * What an operation gives.
     * @param of local variables of the operands
     */
    void apply(Operation operation, int[] of) {
        switch (operation) {
            case ADD -> load(of).add();
            case SUBTRACT -> load(of).binary("sub");
            case MULTIPLY -> load(of).binary("mul");
            case DIVIDE -> load(of).binary("div");
            case FMA -> load(of).fma();
            case FMS -> load(of).unary("neg").fma();
            case FNMA -> load(of[0]).unary("neg").load(of[1], of[2]).fma();
            case NEGATE -> load(of).unary("neg");
            case ABS -> load(of).unary("abs");
            case SQRT -> load(of).unary("sqrt");
            case FLOOR -> floor(of[0]);
            default -> choose(operation, of);
        }
    }

    /** One of two vectors, by a condition. */
    private void choose(Operation operation, int[] of) {
        switch (operation) {
            case MIN -> least("LT", of);
            case MAX -> least("GT", of);
            case SIGN -> sign(of[0]);
            case LESS -> zeroOrOne().compare(of[0], "LT", of[1]).blend();
            case LESS_EQUAL -> zeroOrOne().compare(of[0], "LE", of[1]).blend();
            case EQUAL -> zeroOrOne().compare(of[0], "EQ", of[1]).blend();
            case NOT_EQUAL -> zeroOrOne().compare(of[0], "NE", of[1]).blend();
            case AND ->
                zeroOrOne()
                        .compareZero(of[0], "NE")
                        .compareZero(of[1], "NE")
                        .masks("and")
                        .blend();
            case OR ->
                zeroOrOne()
                        .compareZero(of[0], "NE")
                        .compareZero(of[1], "NE")
                        .masks("or")
                        .blend();
            case NOT ->
                constant("ONE").constant("ZERO").compareZero(of[0], "NE").blend();
            case WHERE -> load(of[2], of[1]).compareZero(of[0], "NE").blend();
            default -> throw new IllegalArgumentException(operation + " is a pass of its own");
        }
    }

    /** a if it is below b (LT) or above (GT) or NaN, else b. */
    private void least(String how, int[] of) {
        load(of[1], of[0])
                .compare(of[0], how, of[1])
                .compare(of[0], "NE", of[0])
                .masks("or")
                .blend();
    }

    private void sign(int a) {
        load(a).constant("ONE").compareZero(a, "GT").blend();
        constant("MINUS_ONE").compareZero(a, "LT").blend();
    }

    /** Round to nearest, less one where that is above; unchanged what is whole already, -0 too. */
    private void floor(int a) {
        load(a).unary("abs").constant("WHOLE").add().constant("WHOLE").binary("sub");
        int size = code.keep(FLOATS);
        load(size, size).unary("neg").compareZero(a, "LT").blend();
        int nearest = code.keep(FLOATS);
        load(a, nearest, nearest)
                .constant("MINUS_ONE")
                .add()
                .compare(nearest, "GT", a)
                .blend();
        load(a).unary("abs").operator("LT").constant("WHOLE").compare();
        compare(nearest, "NE", a).masks("and").blend();
    }

    VectorCode load(int... locals) {
        for (int local : locals) {
            code.load(local);
        }
        return this;
    }

    private VectorCode constant(String name) {
        code.constant(VectorCode.class, name, FLOATS);
        return this;
    }

    private VectorCode zeroOrOne() {
        return constant("ZERO").constant("ONE");
    }

    private VectorCode unary(String method) {
        code.call(FLOATS, method, FLOATS);
        return this;
    }

    private VectorCode binary(String method) {
        code.call(FLOATS, method, FLOATS, Vector.class);
        return this;
    }

    private void fma() {
        code.call(FLOATS, "fma", FLOATS, Vector.class, Vector.class);
    }

    private VectorCode compare(int a, String how, int b) {
        return load(a).operator(how).load(b).compare();
    }

    private VectorCode compareZero(int a, String how) {
        return load(a).operator(how).constant("ZERO").compare();
    }

    private VectorCode operator(String name) {
        code.constant(VectorOperators.class, name, VectorOperators.Comparison.class);
        return this;
    }

    private VectorCode compare() {
        code.call(FLOATS, "compare", VectorMask.class, VectorOperators.Comparison.class, Vector.class);
        return this;
    }

    private VectorCode masks(String how) {
        code.call(VectorMask.class, how, VectorMask.class, VectorMask.class);
        return this;
    }

    private VectorCode blend() {
        code.call(FLOATS, "blend", FLOATS, Vector.class, VectorMask.class);
        return this;
    }
}
