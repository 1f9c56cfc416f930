// Philox4x32-10: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, table 2.
#pragma once

namespace murmuration {

/** Four 32-bit words: a counter, or what Philox makes of it. */
struct Words {
    unsigned w[4];
};

/** The four random words of a 128-bit counter under a 64-bit key. */
__device__ __forceinline__ Words philox(Words c, unsigned long long key) {
    unsigned k0 = (unsigned)key;
    unsigned k1 = (unsigned)(key >> 32);
#pragma unroll
    for (int round = 0; round < 10; round++) {
        unsigned high0 = __umulhi(0xD2511F53u, c.w[0]);
        unsigned low0 = 0xD2511F53u * c.w[0];
        unsigned high1 = __umulhi(0xCD9E8D57u, c.w[2]);
        unsigned low1 = 0xCD9E8D57u * c.w[2];
        c = {{high1 ^ c.w[1] ^ k0, low1, high0 ^ c.w[3] ^ k1, low0}};
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    return c;
}

}  // namespace murmuration
