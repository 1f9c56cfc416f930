package io.github.murmuration.scenario;

import java.util.Locale;

/** What was asked for needs more heap than Java has; the message says what needs how much and what makes it fit, in one line. */
public final class HeapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private HeapException(String message) {
        super(message);
    }

    /**
     * @param bytes needed at once by what.
     * @param advice what makes it fit, besides a larger heap
     */
    public static void require(String what, double bytes, String advice) {
        // A tenth of the heap is left to the rest.
        double most = Runtime.getRuntime().maxMemory() * 0.9;
        if (bytes > most) {
            throw new HeapException(String.format(
                    Locale.ROOT,
                    "%s need %,.0f MiB of heap, of which Java has %,.0f; %s, or give Java more with -Xmx",
                    what,
                    bytes / 0x1p20,
                    most / 0x1p20,
                    advice));
        }
    }

    /**
     * @param bytes in one array, of which Java allows 2 GiB.
     * @param advice what makes it fit
     */
    public static void requireArray(String what, double bytes, String advice) {
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new HeapException(String.format(
                    Locale.ROOT,
                    "%s need an array of %,.0f MiB, and 2,047 are the most; %s",
                    what,
                    bytes / 0x1p20,
                    advice));
        }
    }
}
