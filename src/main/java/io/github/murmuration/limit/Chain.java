package io.github.murmuration.limit;

/** The Markov chain K of a step that agents with a mark take on a grid while means are what they are. */
final class Chain {

    private final Equation equation;
    private final Grid grid;
    private final Jumps jumps;
    private final double[] drift;
    private final double[] diffusion;

    Chain(Equation equation, Grid grid) {
        this.equation = equation;
        this.grid = grid;
        this.jumps = new Jumps(grid.points());
        this.drift = new double[grid.intervals()];
        this.diffusion = new double[grid.points()];
    }

    /**
     * @param t when coefficients are taken
     * @param means [F + 1]
     */
    void set(double t, double theta, double[] means, double dt) {
        for (int i = 0; i < drift.length; i++) {
            drift[i] = equation.drift(t, grid.between(i), theta, means);
        }
        for (int i = 0; i < diffusion.length; i++) {
            double s = equation.noise(t, grid.point(i), theta, means);
            diffusion[i] = s * s / 2;
        }
        jumps.set(grid, drift, diffusion, dt);
    }

    /**
     * K p.
     * @param masses p [points]. Modified.
     */
    void step(double[] masses) {
        jumps.step(masses);
    }

    /**
     * K^T u, what a function of the point after the step is expected to be from each point before it.
     * @param values u [points]. Modified.
     */
    void expect(double[] values) {
        jumps.expect(values);
    }
}
