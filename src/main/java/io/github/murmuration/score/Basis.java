package io.github.murmuration.score;

import io.github.murmuration.diffusion.Score;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Functions phi_f of a point x_i of a cloud, and of the cloud, that scores are combinations of:
 *
 * <pre>S_i = (1/unit) sum_f c_f phi_f(x_i; X)</pre>
 *
 * Those of x_i alone come first: they make A(u, x_i). The others are means over the points j of functions of x_i - x_j: they make
 * (1/N) sum_j B(u, x_i - x_j).
 */
public interface Basis {

    /** Number of coordinates d. */
    int dimension();

    /** Number of functions of x_i alone. */
    int own();

    /** Number of functions in all. */
    int size();

    /**
     * Length that scores are measured in the inverse of.
     * @param scale a.
     * @param variance s^2
     */
    double unit(double scale, double variance);

    /**
     * phi of every point.
     *
     * @param points of a cloud [n][d], noised
     * @param scale a
     * @param variance s^2
     * @param rows phi [n][size], overwritten
     */
    void values(double[][] points, double scale, double variance, double[][] rows);

    /** Parameters that texts of scores name, in the language of models; they may name a and s2. */
    Map<String, String> parameters();

    /** Pair means that texts of scores with pairs name. */
    Score.Pairs pairs();

    /**
     * {@code (1/unit) sum_(f < used) c_f phi_f} in the language of models.
     *
     * @param coefficients names of the c_f
     * @param used own() or size()
     */
    String sum(IntFunction<String> coefficients, int used);
}
