package io.github.murmuration.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Quadrature rules against means that are known in closed form. */
class AtomsTest {

    /** E cos X = cos(mean) exp(-variance / 2). */
    @Test
    void gaussian() {
        Atoms atoms = Atoms.of(Written.gaussian(0.3, 0.7));
        assertEquals(1, mean(atoms, x -> 1), 1e-15);
        assertEquals(Math.cos(0.3) * Math.exp(-0.245), mean(atoms, Math::cos), 1e-14);
    }

    @Test
    void uniform() {
        Atoms atoms = Atoms.uniform(-1, 2, 4);
        assertEquals(1, mean(atoms, x -> 1), 1e-15);
        assertEquals(1, mean(atoms, x -> x * x), 1e-14);
    }

    /** E cos X = cos(location) exp(-scale); E 1/(1 + (X - location)^2 / scale^2) = 1/2. */
    @Test
    void cauchy() {
        Atoms atoms = Atoms.cauchy(1, 0.5, 0.03);
        assertEquals(1, mean(atoms, x -> 1), 1e-14);
        assertEquals(0.5, mean(atoms, x -> 1 / (1 + 4 * (x - 1) * (x - 1))), 1e-6);
        assertEquals(Math.cos(1) * Math.exp(-0.5), mean(atoms, Math::cos), 0.1 * 0.5 * Math.pow(0.03, 1.5));
    }

    private static double mean(Atoms atoms, DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = 0; i < atoms.points().length; i++) {
            sum += atoms.weights()[i] * f.applyAsDouble(atoms.points()[i]);
        }
        return sum;
    }
}
