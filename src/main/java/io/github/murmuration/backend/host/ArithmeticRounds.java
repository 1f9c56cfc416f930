package io.github.murmuration.backend.host;

/** Arithmetic that depends on no memory, in chains that a processor can work on side by side. One instance per thread. */
public interface ArithmeticRounds {

    /**
     * A round of float32 multiply-adds.
     * @return how many
     */
    long multiplyAdds();

    /**
     * A round of 64-bit products of 32-bit numbers.
     * @return how many
     */
    long products();
}
