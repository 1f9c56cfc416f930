package io.github.murmuration.tape;

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

    /** How many operations there are. */
    public int operations() {
        return code.length / WIDTH;
    }
}
