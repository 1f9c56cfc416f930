package io.github.murmuration.limit;

/** A law of state and mark as atoms. */
interface Law {

    void forEach(Visitor visitor);

    interface Visitor {
        void visit(double x, double theta, double weight);
    }
}
