package io.github.murmuration.grid;

/**
 * The parts of the cost of a game.
 *
 * @param control E int a v^2/2 dt
 * @param state E int a (V + fisher (d log rho/dx)^2) dt
 * @param running int a R dt
 * @param terminal a(T) (M + E h)
 */
public record Costs(double control, double state, double running, double terminal) {

    public double total() {
        return control + state + running + terminal;
    }
}
