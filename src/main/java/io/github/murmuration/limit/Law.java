package io.github.murmuration.limit;

/** A law of state and mark as atoms, of weights that sum to the share of agents that live. */
interface Law {

    void forEach(Visitor visitor);

    /** Share of the agents that the lower end has absorbed. */
    double atLow();

    /** Share of the agents that the upper end has absorbed. */
    double atHigh();

    interface Visitor {
        void visit(double x, double theta, double weight);
    }
}
