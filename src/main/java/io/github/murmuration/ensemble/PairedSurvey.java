package io.github.murmuration.ensemble;

import io.github.murmuration.arithmetic.ReproducibleMath;
import java.util.List;

/**
 * What is asked of the agents of each replica and of their copies under another guidance, as they are. What is measured of an agent is a
 * vector of D numbers, x; y is that of its copy, and p = (1/D) sum (x_m - expected_m), q the same of its copy. The sums of a replica are one
 * vector of float64:
 *
 * <pre>
 * [D]  of x_m - y_m
 * 1    of |x - y|^2
 * [3]  of p, p^2, p^3
 * [3]  of q, q^2, q^3
 * [2]  of the energies of agents and of copies, where they are asked for; 0 where none are kept
 * </pre>
 *
 * A replica of N agents has min(N, 256) columns: column c adds the agents c, c + 256, ... in turn, and columns are halved as SumTree halves
 * those of a tile.
 *
 * @param tiling where replicas lie
 * @param expected [D]
 */
public record PairedSurvey(Tiling tiling, List<Measured> measured, double[] expected, boolean energies) {

    /** Powers whose sums are asked for. */
    public static final int POWERS = 3;

    /**
     * A number of an agent: a coordinate, or the cosine or sine of an angle.
     *
     * @param coordinate by number
     * @param turn radians for each unit of the coordinate; 0 for the coordinate itself
     * @param sine whether the sine of the angle
     */
    public record Measured(int coordinate, float turn, boolean sine) {

        /** Of an agent that is at x. */
        float of(float x) {
            if (turn == 0) {
                return x;
            }
            return sine ? ReproducibleMath.sin(turn * x) : ReproducibleMath.cos(turn * x);
        }
    }

    /** Sums of a replica. */
    public int size() {
        return energiesAt() + (energies ? 2 : 0);
    }

    /** Which of them is that of |x - y|^2. */
    public int squareAt() {
        return measured.size();
    }

    /** Which is the first of the powers: of agents, and then of copies. */
    public int powersAt() {
        return squareAt() + 1;
    }

    /** Which is that of the energies of agents; that of copies follows. */
    public int energiesAt() {
        return powersAt() + 2 * POWERS;
    }

    /**
     * What is measured of agents.
     * @param states of all coordinates [d][n]
     * @return [D][n]
     */
    public float[][] of(float[][] states) {
        float[][] all = new float[measured.size()][];
        for (int m = 0; m < all.length; m++) {
            Measured each = measured.get(m);
            float[] from = states[each.coordinate];
            all[m] = each.turn == 0 ? from : new float[from.length];
            for (int a = 0; a < from.length && each.turn != 0; a++) {
                all[m][a] = each.of(from[a]);
            }
        }
        return all;
    }
}
