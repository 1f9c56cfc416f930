package io.github.murmuration.backend;

import io.github.murmuration.ensemble.Subtrees;
import java.util.Optional;

/**
 * The message of a part about its blocks, in numbers: step and number of the first agent that left the representable range (a step of
 * infinity where none did), number of subtrees, first block of each and the block after the last, sums of each.
 */
final class PartMessage {

    private static final int AGENT = 1;
    private static final int COUNT = 2;
    private static final int BEGIN = 3;

    private PartMessage() {}

    static double[] of(Subtrees own, int size, Optional<DivergenceException> first) {
        int sums = BEGIN + own.count() + 1;
        double[] message = new double[sums + own.count() * size];
        message[0] = first.map(found -> (double) found.step()).orElse(Double.POSITIVE_INFINITY);
        message[AGENT] = first.map(found -> (double) found.agent()).orElse(0.0);
        message[COUNT] = own.count();
        message[sums - 1] = own.begin(own.count());
        for (int i = 0; i < own.count(); i++) {
            message[BEGIN + i] = own.begin(i);
            System.arraycopy(own.sums(i), 0, message, sums + i * size, size);
        }
        return message;
    }

    static Optional<DivergenceException> first(double[] message) {
        return message[0] < Double.POSITIVE_INFINITY
                ? Optional.of(new DivergenceException((int) message[0], (long) message[AGENT]))
                : Optional.empty();
    }

    static void addTo(Subtrees all, double[] message, int size) {
        int count = (int) message[COUNT];
        for (int i = 0; i < count; i++) {
            int begin = (int) message[BEGIN + i];
            int end = (int) message[BEGIN + i + 1];
            all.add(begin, end, message, BEGIN + count + 1 + i * size);
        }
    }
}
