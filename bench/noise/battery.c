/* battery smallcrush|crush words|reversed|normals NAME: a TestU01 battery on the 32-bit words of standard input.

   words     each word as it is
   reversed  each word with its bits in opposite order: the tests look hardest at the leading bits
   normals   the input is float32 standard normals. Each is turned to the uniform Phi(x), of which the leading 16 bits are kept; two make
             a word. A float32 normal cannot carry 32 good bits: near |x| = 1 its spacing alone is 2^-24, 2^-26 of probability.

   L'Ecuyer, Simard, "TestU01: a C library for empirical testing of random number generators", ACM TOMS 33 (2007). */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <testu01/bbattery.h>
#include <testu01/swrite.h>
#include <testu01/unif01.h>

static uint32_t next_word(void) {
    static uint32_t buffer[1 << 14];
    static size_t length, at;
    if (at == length) {
        length = fread(buffer, sizeof buffer[0], sizeof buffer / sizeof buffer[0], stdin);
        at = 0;
        if (length == 0) {
            fprintf(stderr, "battery: the input ended before the tests did\n");
            exit(4);
        }
    }
    return buffer[at++];
}

static unsigned int word(void) {
    return next_word();
}

static unsigned int reversed(void) {
    uint32_t w = next_word();
    w = (w >> 1 & 0x55555555u) | (w & 0x55555555u) << 1;
    w = (w >> 2 & 0x33333333u) | (w & 0x33333333u) << 2;
    w = (w >> 4 & 0x0f0f0f0fu) | (w & 0x0f0f0f0fu) << 4;
    return __builtin_bswap32(w);
}

static uint32_t leading_bits(void) {
    uint32_t bits = next_word();
    float x;
    memcpy(&x, &bits, sizeof x);
    return (uint32_t) (0x1p16 * 0.5 * erfc(-x * M_SQRT1_2));
}

static unsigned int normals(void) {
    uint32_t high = leading_bits();
    return high << 16 | leading_bits();
}

/* One line: the battery, what it was given, how many statistics there were, and those that a fair generator gives once in 500 times. */
static void print_result(char **values) {
    printf("result: %-10s %-8s %-10s %3d statistics, outside [0.001, 0.999]:", values[1], values[2], values[3], bbattery_NTests);
    int outside = 0;
    for (int i = 0; i < bbattery_NTests; i++) {
        double p = bbattery_pVal[i];
        if (p < 0.001 || p > 0.999) {
            printf(p < 0.5 ? "%s %s %.3g" : "%s %s 1 - %.3g", outside++ ? "," : "", bbattery_TestNames[i], p < 0.5 ? p : 1 - p);
        }
    }
    printf("%s\n", outside ? "" : " none");
}

int main(int arguments, char **values) {
    if (arguments != 4) {
        fprintf(stderr, "battery smallcrush|crush words|reversed|normals NAME\n");
        return 2;
    }
    unsigned int (*numbers)(void) =
        !strcmp(values[2], "normals") ? normals : !strcmp(values[2], "reversed") ? reversed : word;
    unif01_Gen *generator = unif01_CreateExternGenBits(values[3], numbers);
    swrite_Basic = FALSE;
    if (!strcmp(values[1], "crush")) {
        bbattery_Crush(generator);
    } else {
        bbattery_SmallCrush(generator);
    }
    print_result(values);
    unif01_DeleteExternGenBits(generator);
    return 0;
}
