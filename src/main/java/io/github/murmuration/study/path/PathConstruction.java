package io.github.murmuration.study.path;

/** A way to build n paths in R^d on a clock, in double precision. One instance per thread: implementations hold scratch. */
public interface PathConstruction {

    /** Is shown the paths as they grow. */
    @FunctionalInterface
    interface Visitor {

        /**
         * @param k of tau_k.
         * @param x states [n][d] flattened, valid until the visitor returns
         */
        void at(int k, double[] x);
    }

    /** Name in tables. */
    String name();

    /** Builds the paths that a noise drives. */
    void build(PathNoise noise, Visitor visitor);
}
