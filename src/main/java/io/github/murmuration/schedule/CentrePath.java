package io.github.murmuration.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * A sequence c_0, c_1, ... in R^d with c_{k+1} = next(k, c_k). Elements may be asked for in any order; it keeps every 1024th that it has
 * come to and the stretch that was asked for last, so a long run needs little memory.
 */
public final class CentrePath {

    private static final int STRETCH = 1024;

    /** The recursion. */
    @FunctionalInterface
    public interface Next {

        /** c_{k+1} [d], in a fresh array. */
        double[] after(int k, double[] c);
    }

    private final int last;
    private final Next next;
    private final List<double[]> anchors = new ArrayList<>();
    private final double[][] stretch = new double[STRETCH + 1][];
    private int held = -1;

    /**
     * @param first c_0 [d].
     * @param last number of the last element
     */
    public CentrePath(double[] first, int last, Next next) {
        this.last = last;
        this.next = next;
        anchors.add(first.clone());
    }

    /** c_k [d]; not to be modified. */
    public synchronized double[] at(int k) {
        int wanted = k / STRETCH;
        while (anchors.size() <= wanted) {
            fill(anchors.size() - 1);
        }
        if (held != wanted) {
            fill(wanted);
        }
        return stretch[k - wanted * STRETCH];
    }

    private void fill(int number) {
        int first = number * STRETCH;
        stretch[0] = anchors.get(number);
        for (int i = 0; i < STRETCH && first + i < last; i++) {
            stretch[i + 1] = next.after(first + i, stretch[i]);
        }
        if (anchors.size() == number + 1 && first + STRETCH <= last) {
            anchors.add(stretch[STRETCH]);
        }
        held = number;
    }
}
