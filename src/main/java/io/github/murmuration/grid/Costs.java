package io.github.murmuration.grid;

/**
 * What a game costs, in its parts.
 *
 * @param control E int a v^2/2 dt
 * @param state E int V + (c d log rho / dx)^2 / 8 dt
 * @param running int (a / eps) D dt
 * @param terminal a(T) M + E g
 */
public record Costs(double control, double state, double running, double terminal) {

    public double total() {
        return control + state + running + terminal;
    }
}
