package io.github.murmuration.backend.host;

import io.github.murmuration.backend.Ceilings;
import io.github.murmuration.crew.Crew;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Ceilings of the host, all threads at once: the best of several rounds. */
public final class HostCeilings {

    private static final int ROUNDS = 12;

    /** Floats that are copied by all threads together, less where the heap is small: 256 MB read and as much written. */
    private static final long COPIED = 1 << 26;

    /** Of the heap that copies may take. */
    private static final int SHARE = 8;

    private final int threads;

    /** What a thread works on. */
    private record Own(ArithmeticRounds rounds, float[] from, float[] to) {

        long copy() {
            System.arraycopy(from, 0, to, 0, from.length);
            return 2L * from.length * Float.BYTES;
        }
    }

    private HostCeilings(int threads) {
        this.threads = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    /**
     * @param threads 0 for one per core.
     * @param rounds of a thread
     */
    public static Ceilings measured(int threads, Supplier<? extends ArithmeticRounds> rounds) {
        return new HostCeilings(threads).measure(rounds);
    }

    private Ceilings measure(Supplier<? extends ArithmeticRounds> rounds) {
        long affordable = Runtime.getRuntime().maxMemory() / SHARE / Float.BYTES;
        int each = (int) (Math.min(COPIED, affordable) / threads);
        Supplier<Own> own = () -> new Own(rounds.get(), filled(each), new float[each]);
        try (Crew<Own> crew = Crew.of(threads, own)) {
            return new Ceilings(
                    best(crew, Own::copy),
                    best(crew, each1 -> each1.rounds().multiplyAdds()),
                    best(crew, each1 -> each1.rounds().products()));
        }
    }

    private static float[] filled(int length) {
        float[] values = new float[length];
        Arrays.fill(values, 1);
        return values;
    }

    /** Work per second in the best round. */
    private static double best(Crew<Own> crew, ToLongFunction<Own> round) {
        double best = 0;
        for (int r = 0; r < ROUNDS; r++) {
            long[] done = new long[crew.size()];
            long begun = System.nanoTime();
            crew.forEach(done.length, (own, i) -> done[i] = round.applyAsLong(own));
            double seconds = (System.nanoTime() - begun) * 1e-9;
            best = Math.max(best, Arrays.stream(done).sum() / seconds);
        }
        return best;
    }
}
