package io.github.murmuration.backend.vector;

/** A loop that was made for some work on pairs. */
public interface PairLoop {

    /** @param block whom it is about; its sums and rooms are modified */
    void run(PairBlock block);
}
