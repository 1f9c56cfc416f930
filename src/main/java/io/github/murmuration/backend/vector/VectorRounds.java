package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.host.ArithmeticRounds;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** Eight chains of vectors. */
final class VectorRounds implements ArithmeticRounds {

    private static final int ROUND = 1 << 20;
    private static final int CHAINS = 8;
    private static final long MULTIPLIER = 0xD2511F53L;
    private static final long LOW = 0xFFFFFFFFL;
    private static final FloatVector FACTOR = FloatVector.broadcast(Lanes.FLOAT, 0.999f);
    private static final FloatVector ONE = FloatVector.broadcast(Lanes.FLOAT, 1f);

    private float sum;
    private long product;

    @Override
    public long multiplyAdds() {
        FloatVector a = FloatVector.broadcast(Lanes.FLOAT, sum);
        FloatVector b = a.add(1f);
        FloatVector c = a.add(2f);
        FloatVector d = a.add(3f);
        FloatVector e = a.add(4f);
        FloatVector f = a.add(5f);
        FloatVector g = a.add(6f);
        FloatVector h = a.add(7f);
        for (int i = 0; i < ROUND; i++) {
            a = a.fma(FACTOR, ONE);
            b = b.fma(FACTOR, ONE);
            c = c.fma(FACTOR, ONE);
            d = d.fma(FACTOR, ONE);
            e = e.fma(FACTOR, ONE);
            f = f.fma(FACTOR, ONE);
            g = g.fma(FACTOR, ONE);
            h = h.fma(FACTOR, ONE);
        }
        sum = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).reduceLanes(VectorOperators.ADD);
        return (long) CHAINS * Lanes.COUNT * ROUND;
    }

    @Override
    public long products() {
        LongVector a = LongVector.broadcast(Lanes.LONG, product | 1);
        LongVector b = a.add(1);
        LongVector c = a.add(2);
        LongVector d = a.add(3);
        LongVector e = a.add(4);
        LongVector f = a.add(5);
        LongVector g = a.add(6);
        LongVector h = a.add(7);
        for (int i = 0; i < ROUND; i++) {
            a = a.and(LOW).mul(MULTIPLIER);
            b = b.and(LOW).mul(MULTIPLIER);
            c = c.and(LOW).mul(MULTIPLIER);
            d = d.and(LOW).mul(MULTIPLIER);
            e = e.and(LOW).mul(MULTIPLIER);
            f = f.and(LOW).mul(MULTIPLIER);
            g = g.and(LOW).mul(MULTIPLIER);
            h = h.and(LOW).mul(MULTIPLIER);
        }
        product = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).reduceLanes(VectorOperators.ADD);
        return (long) CHAINS * Lanes.LONG.length() * ROUND;
    }
}
