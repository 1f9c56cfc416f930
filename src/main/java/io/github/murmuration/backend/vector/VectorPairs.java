package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.host.InterpretedPairs;
import io.github.murmuration.backend.host.PairKernel;
import io.github.murmuration.ensemble.TapedStep;
import java.util.concurrent.atomic.AtomicLong;

/** The pairs of a population: one by one while they are few, then through loops that are made for them. The bits are the same. */
final class VectorPairs {

    /** So many pairs take about as long one by one as making and compiling the loops: half a second. */
    static final long FEW = 4_000_000;

    private final long few;
    private final AtomicLong taken = new AtomicLong();
    private PairProgram program;

    /** @param few pairs that are taken one by one */
    VectorPairs(long few) {
        this.few = few;
    }

    /** For one thread. */
    PairKernel kernel(TapedStep step) {
        return new Kernel(step);
    }

    private synchronized PairProgram program(TapedStep step) {
        if (program == null) {
            program = PairProgram.of(step);
        }
        return program;
    }

    private final class Kernel implements PairKernel {

        private final TapedStep step;
        private PairKernel best;
        private boolean looped;

        Kernel(TapedStep step) {
            this.step = step;
            this.best = new InterpretedPairs(step);
        }

        @Override
        public void add(Inputs inputs, int first, int count, int from, int to, float[] sums, int at) {
            best((long) count * (to - from)).add(inputs, first, count, from, to, sums, at);
        }

        @Override
        public void addBeside(Inputs inputs, int first, int count, int partner, float[] sums, int at) {
            best(count).addBeside(inputs, first, count, partner, sums, at);
        }

        private PairKernel best(long pairs) {
            if (!looped && taken.addAndGet(pairs) > few) {
                best = new VectorPairKernel(program(step), step.pairs());
                looped = true;
            }
            return best;
        }
    }
}
