// Philox4x32-10: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, table 2.
#pragma once

namespace murmuration {

/** Four 32-bit words: a counter, or what Philox makes of it. */
struct Words {
    unsigned w[4];
};

/** The keys of the ten rounds, two words each, that a 64-bit key grows into. */
struct RoundKeys {
    unsigned of[20];
};

/** @param key the seed of a simulation */
__device__ __forceinline__ RoundKeys round_keys(unsigned long long key) {
    RoundKeys keys;
#pragma unroll
    for (int round = 0; round < 10; round++) {
        keys.of[2 * round] = (unsigned)key + (unsigned)round * 0x9E3779B9u;
        keys.of[2 * round + 1] = (unsigned)(key >> 32) + (unsigned)round * 0xBB67AE85u;
    }
    return keys;
}

/** The four random words of a 128-bit counter. */
__device__ __forceinline__ Words philox(Words c, const RoundKeys& keys) {
#pragma unroll
    for (int round = 0; round < 10; round++) {
        unsigned high0 = __umulhi(0xD2511F53u, c.w[0]);
        unsigned low0 = 0xD2511F53u * c.w[0];
        unsigned high1 = __umulhi(0xCD9E8D57u, c.w[2]);
        unsigned low1 = 0xCD9E8D57u * c.w[2];
        c = {{high1 ^ c.w[1] ^ keys.of[2 * round], low1, high0 ^ c.w[3] ^ keys.of[2 * round + 1], low0}};
    }
    return c;
}

}  // namespace murmuration
