package io.github.murmuration.backend.cuda;

import io.github.murmuration.tape.Operation;
import java.util.List;
import java.util.Locale;

/** Operations in PTX: tape.Operation.apply, rounded once, subnormals kept. The driver fuses and reorders nothing that says {@code .rn}. */
final class OperationPtx {

    /** Two truths and a number that no operation leaves to the next. */
    static final String SCRATCH = ".reg .pred %holds, %also;\n.reg .f32 %part;\n";

    private static final String ZERO = "0f00000000";
    private static final String ONE = "0f3F800000";
    private static final String MINUS_ONE = "0fBF800000";

    private OperationPtx() {}

    /** Whether it is a function of kernels/advance_compiled.cuh, which takes the four agents of a column at a time. */
    static boolean isFunction(Operation operation) {
        return switch (operation) {
            case EXP, LOG, SIN, COS, TANH, ATAN2 -> true;
            default -> false;
        };
    }

    /**
     * Any other operation on one agent.
     * @param y register of the result.
     * @param x registers of the operands; y may be one of them
     */
    static String of(Operation operation, String y, List<String> x) {
        String a = x.get(0);
        String b = x.size() > 1 ? x.get(1) : "";
        String c = x.size() > 2 ? x.get(2) : "";
        return switch (operation) {
            case ADD -> line("add.rn.f32", y, a, b);
            case SUBTRACT -> line("sub.rn.f32", y, a, b);
            case MULTIPLY -> line("mul.rn.f32", y, a, b);
            case DIVIDE -> line("div.rn.f32", y, a, b);
            case FMA -> line("fma.rn.f32", y, a, b, c);
            case FMS -> line("neg.f32", "%part", c) + line("fma.rn.f32", y, a, b, "%part");
            case FNMA -> line("neg.f32", "%part", a) + line("fma.rn.f32", y, "%part", b, c);
            case NEGATE -> line("neg.f32", y, a);
            case ABS -> line("abs.f32", y, a);
            case MIN -> orNan("lt", y, a, b);
            case MAX -> orNan("gt", y, a, b);
            case SQRT -> line("sqrt.rn.f32", y, a);
            case FLOOR -> line("cvt.rmi.f32.f32", y, a);
            case SIGN -> sign(y, a);
            case LESS -> line("set.lt.f32.f32", y, a, b);
            case LESS_EQUAL -> line("set.le.f32.f32", y, a, b);
            case EQUAL -> line("set.eq.f32.f32", y, a, b);
            case NOT_EQUAL -> line("set.neu.f32.f32", y, a, b);
            case AND -> line("setp.neu.f32", "%holds", a, ZERO) + line("set.neu.and.f32.f32", y, b, ZERO, "%holds");
            case OR -> line("setp.neu.f32", "%holds", a, ZERO) + line("set.neu.or.f32.f32", y, b, ZERO, "%holds");
            case NOT -> line("set.eq.f32.f32", y, a, ZERO);
            case WHERE -> line("setp.neu.f32", "%holds", a, ZERO) + line("selp.f32", y, b, c, "%holds");
            case EXP, LOG, SIN, COS, TANH, ATAN2 -> throw new IllegalStateException(operation + " is a function");
        };
    }

    /**
     * A function of four agents.
     * @param y registers of the results.
     * @param x those of each operand
     */
    static String call(Operation operation, List<String> y, List<List<String>> x) {
        StringBuilder text = new StringBuilder("{\n.param .align 4 .b8 result[16];\n");
        for (int o = 0; o < x.size(); o++) {
            text.append(".param .align 4 .b8 operand").append(o).append("[16];\n");
            for (int r = 0; r < y.size(); r++) {
                text.append(line(
                        "st.param.f32",
                        "[operand" + o + "+" + Float.BYTES * r + "]",
                        x.get(o).get(r)));
            }
        }
        String name = "tape_" + operation.name().toLowerCase(Locale.ROOT);
        text.append(line("call.uni", "(result)", name, x.size() == 1 ? "(operand0)" : "(operand0, operand1)"));
        for (int r = 0; r < y.size(); r++) {
            text.append(line("ld.param.f32", y.get(r), "[result+" + Float.BYTES * r + "]"));
        }
        return text.append("}\n").toString();
    }

    /** An instruction. */
    static String line(String instruction, String... operands) {
        return instruction + " " + String.join(", ", operands) + ";\n";
    }

    /** a if it is NaN or the comparison with b holds, else b: not min.f32, which drops NaN. */
    private static String orNan(String comparison, String y, String a, String b) {
        return line("setp.nan.f32", "%also", a, a)
                + line("setp." + comparison + ".or.f32", "%holds", a, b, "%also")
                + line("selp.f32", y, a, b, "%holds");
    }

    private static String sign(String y, String a) {
        return line("setp.lt.f32", "%holds", a, ZERO)
                + line("setp.gt.f32", "%also", a, ZERO)
                + line("selp.f32", "%part", MINUS_ONE, a, "%holds")
                + line("selp.f32", y, ONE, "%part", "%also");
    }
}
