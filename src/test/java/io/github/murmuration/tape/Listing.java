package io.github.murmuration.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Tapes in words, an operation a line: {@code s0 = FMA STATE0 s1 TIME0}. */
final class Listing {
    private Listing() {}

    static String of(Tape tape) {
        List<String> lines = new ArrayList<>();
        int[] code = tape.code();
        for (int at = 0; at < code.length; at += Tape.WIDTH) {
            Operation operation = Operation.values()[code[at]];
            lines.add("s" + code[at + 1] + " = " + operation + " "
                    + operands(Arrays.copyOfRange(code, at + 2, at + 2 + operation.operands())));
        }
        return String.join("; ", lines) + " -> " + operands(tape.outputs());
    }

    private static String operands(int[] operands) {
        return Arrays.stream(operands).mapToObj(Listing::operand).collect(Collectors.joining(" "));
    }

    private static String operand(int operand) {
        Source source = Source.of(operand);
        return (source == Source.SLOT ? "s" : source.name()) + Source.index(operand);
    }
}
