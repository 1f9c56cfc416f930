package io.github.murmuration.tape;

import java.util.Arrays;

/**
 * Operations in float32, in the order in which they are executed.
 *
 * @param code {@link #WIDTH} numbers per operation: ordinal of the {@link Operation}, slot that is written, three
 *     operands (see {@link Source}; 0 where the operation has fewer). The slot may be that of an operand.
 * @param slots values that are kept at a time
 * @param outputs operands that are the results
 */
public record Tape(int[] code, int slots, int[] outputs) {

    /** Numbers per operation. */
    public static final int WIDTH = 5;

    /** Whether an operation or a result is read from a source. */
    public boolean reads(Source source) {
        for (int i = 0; i < code.length; i += WIDTH) {
            int operands = Operation.values()[code[i]].operands();
            for (int o = 0; o < operands; o++) {
                if (Source.of(code[i + 2 + o]) == source) {
                    return true;
                }
            }
        }
        return Arrays.stream(outputs).anyMatch(output -> Source.of(output) == source);
    }

    /** How many operations there are. */
    public int operations() {
        return code.length / WIDTH;
    }
}
