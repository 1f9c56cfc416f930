package io.github.murmuration.backend.scalar;

import io.github.murmuration.backend.host.ArithmeticRounds;

/** Eight chains of plain Java arithmetic. */
final class ScalarRounds implements ArithmeticRounds {

    private static final int ROUND = 1 << 22;
    private static final int CHAINS = 8;
    private static final float FACTOR = 0.999f;
    private static final long MULTIPLIER = 0xD2511F53L;
    private static final long LOW = 0xFFFFFFFFL;

    private float sum;
    private long product;

    @Override
    public long multiplyAdds() {
        float a = sum;
        float b = 1;
        float c = 2;
        float d = 3;
        float e = 4;
        float f = 5;
        float g = 6;
        float h = 7;
        for (int i = 0; i < ROUND; i++) {
            a = Math.fma(a, FACTOR, 1f);
            b = Math.fma(b, FACTOR, 1f);
            c = Math.fma(c, FACTOR, 1f);
            d = Math.fma(d, FACTOR, 1f);
            e = Math.fma(e, FACTOR, 1f);
            f = Math.fma(f, FACTOR, 1f);
            g = Math.fma(g, FACTOR, 1f);
            h = Math.fma(h, FACTOR, 1f);
        }
        sum = a + b + c + d + e + f + g + h;
        return (long) CHAINS * ROUND;
    }

    @Override
    public long products() {
        long a = product;
        long b = 1;
        long c = 2;
        long d = 3;
        long e = 4;
        long f = 5;
        long g = 6;
        long h = 7;
        for (int i = 0; i < ROUND; i++) {
            a = (a & LOW) * MULTIPLIER;
            b = (b & LOW) * MULTIPLIER;
            c = (c & LOW) * MULTIPLIER;
            d = (d & LOW) * MULTIPLIER;
            e = (e & LOW) * MULTIPLIER;
            f = (f & LOW) * MULTIPLIER;
            g = (g & LOW) * MULTIPLIER;
            h = (h & LOW) * MULTIPLIER;
        }
        product = a ^ b ^ c ^ d ^ e ^ f ^ g ^ h;
        return (long) CHAINS * ROUND;
    }
}
