package io.github.murmuration.schedule;

/**
 * Where each value of a step by a tape lies in a row (float32), after the scalars of {@link Row}:
 *
 * <pre>
 * functions of time [T]   reference of each channel [channels]   values of the replica [S]
 * </pre>
 *
 * Channels are what is summed: the coordinates, then the features.
 */
public record TapeLayout(int channels, int times, int shared) implements Row {

    /** Where the functions of time begin. */
    public int time() {
        return SCALARS;
    }

    @Override
    public int reference() {
        return SCALARS + times;
    }

    /** Where the values of the replica begin. */
    public int sharedFrom() {
        return reference() + channels;
    }

    @Override
    public int fedFrom() {
        return reference();
    }

    @Override
    public int fedCount() {
        return channels + shared;
    }

    @Override
    public int size() {
        return sharedFrom() + shared;
    }
}
