package io.github.murmuration.tape;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Operations in float32, in the order in which they are executed.
 *
 * @param code {@link #WIDTH} numbers per operation: ordinal of the {@link Operation}, slot that is written, three
 *     operands (see {@link Source}; 0 where the operation has fewer). The slot may be that of an operand.
 * @param slots values that are kept at a time
 * @param outputs operands that are the results
 */
public record Tape(int[] code, int slots, int[] outputs) {

    /** No operations and no results. */
    public static final Tape NOTHING = new Tape(new int[0], 0, new int[0]);

    /** Numbers per operation. */
    public static final int WIDTH = 5;

    /** Whether an operation or a result is read from a source. */
    public boolean reads(Source source) {
        return operands().anyMatch(operand -> Source.of(operand) == source);
    }

    /** Whether an operation or a result is read from a source's value of an index. */
    public boolean reads(Source source, int index) {
        return operands().anyMatch(operand -> operand == source.at(index));
    }

    /** What operations and results are read from. */
    private IntStream operands() {
        IntStream read = IntStream.range(0, operations())
                .flatMap(i -> Arrays.stream(
                        code, i * WIDTH + 2, i * WIDTH + 2 + Operation.values()[code[i * WIDTH]].operands()));
        return IntStream.concat(read, Arrays.stream(outputs));
    }

    /** How many operations there are. */
    public int operations() {
        return code.length / WIDTH;
    }
}
