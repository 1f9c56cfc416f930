package io.github.murmuration.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fluctuations of finite populations about their limit, against linear models, whose fluctuations are known. */
class FluctuationsTest {

    private static final Boundary LINE = new Boundary(-Written.OPEN, Written.OPEN, false, false, false);

    /** What grid and steps of the second run leave. */
    private static final double RESOLUTION = 0.01;

    /**
     * dX = (-k X + c (M - X)) dt + s dW. The mean of N agents is Gaussian with N Var M = s_0^2 e^(-2kt) + s^2 (1 - e^(-2kt))/(2k); about it
     * they are Gaussian, with the variance v of rate k + c, and N Var of their variance tends to 2 v^2.
     */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "0.1, 0.9", "2, -1.5"})
    void linearAgentsThatAttractEachOther(double k, double c) {
        Fluctuations found = of(Written.ornsteinUhlenbeck(k, c, 0.8), Written.UNMARKED, LINE);
        assertEquals(Math.sqrt(spread(k)), found.mean(), RESOLUTION * found.mean());
        assertEquals(Math.sqrt(2) * spread(k + c), found.variance(), RESOLUTION * found.variance());
    }

    /** Of rate k from a deviation of 0.7 under noise 0.8, after 2. */
    private static double spread(double k) {
        double decay = Math.exp(-4 * k);
        return 0.49 * decay + 0.64 * (1 - decay) / (2 * k);
    }

    /** dX = (theta - X) dt + s dW with theta = -1 or 1: Var X = (1 - e^(-t))^2 more. */
    @Test
    void marksFluctuateToo() {
        Atoms marks = new Atoms(new double[] {-1, 1}, new double[] {0.5, 0.5});
        Written drift = new Written((t, x, theta, m) -> theta - x, (t, x, theta, m) -> 0.8, x -> x);
        double expected = Math.sqrt(spread(1) + Math.pow(1 - Math.exp(-2), 2));
        assertEquals(expected, of(drift, marks, LINE).mean(), RESOLUTION * expected);
    }

    /** Of independent agents, N Var of the mean over those that live is Var X / P(alive). */
    @Test
    void meansOverTheLiving() {
        Boundary absorbing = new Boundary(-1, 3, false, true, true);
        Written free = new Written((t, x, theta, m) -> 0, (t, x, theta, m) -> 0.8, x -> x);
        LimitLaw law = LimitLaw.of(free, Written.gaussian(1, 0.3), Written.UNMARKED, absorbing, 2, new double[] {2});
        double expected = Math.sqrt(law.variance().values()[0] / law.living().values()[0]);
        assertEquals(expected, law.fluctuations().orElseThrow().mean(), RESOLUTION * expected);
    }

    /** Brownian agents, X - 1 of variance v: of 1 - R fluctuates the mean of cos(X - 1), of variance (1 + e^(-2v))/2 - e^(-v). */
    @Test
    void onARing() {
        Boundary ring = new Boundary(-Math.PI, Math.PI, true, false, false);
        Written free = new Written((t, x, theta, m) -> 0, (t, x, theta, m) -> 0.8, x -> x);
        double v = 0.49 + 2 * 0.64;
        double expected = Math.sqrt((1 + Math.exp(-2 * v)) / 2 - Math.exp(-v));
        Fluctuations found = of(free, Written.UNMARKED, ring);
        assertEquals(Double.NaN, found.mean());
        assertEquals(expected, found.variance(), RESOLUTION * expected);
    }

    /** u . K p = K^T u . p */
    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "false, true"})
    void expectationIsTheTransposeOfAStep(boolean periodic, boolean absorbs) {
        Grid grid = new Grid(new Boundary(-1, 2, periodic, absorbs, absorbs), 9);
        Chain chain = new Chain(Written.desaiZwanzig(1, 0.8), grid);
        chain.set(0, 0, new double[] {0.3, 1}, 0.2);
        Random random = new Random(5);
        double[] masses = random.doubles(grid.points()).toArray();
        double[] values = random.doubles(grid.points()).toArray();
        double[] stepped = masses.clone();
        double[] expected = values.clone();
        chain.step(stepped);
        chain.expect(expected);
        assertEquals(product(values, stepped), product(expected, masses), 1e-14);
    }

    private static double product(double[] a, double[] b) {
        double[] products = new double[a.length];
        Arrays.setAll(products, i -> a[i] * b[i]);
        return Arrays.stream(products).sum();
    }

    private static Fluctuations of(Written equation, Atoms marks, Boundary boundary) {
        return LimitLaw.of(equation, Written.gaussian(1, 0.7), marks, boundary, 2, new double[] {2})
                .fluctuations()
                .orElseThrow();
    }
}
