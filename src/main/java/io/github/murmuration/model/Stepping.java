package io.github.murmuration.model;

import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.tape.Node;
import java.util.List;

/** A scheme: what makes the states after a step from those before it, boundaries apart. */
interface Stepping {

    List<Node> step(Equations equations, Increment increment);

    static Stepping of(Scheme scheme) {
        return switch (scheme) {
            case EULER_MARUYAMA -> new EulerMaruyama(false);
            case TAMED_EULER -> new EulerMaruyama(true);
            case MILSTEIN -> new Milstein();
            case HEUN -> new Heun();
            case BAOAB -> new Baoab();
            case POSTERIOR_MEAN, EXACT ->
                throw new IllegalArgumentException(scheme + " takes no steps of a written model");
        };
    }
}
