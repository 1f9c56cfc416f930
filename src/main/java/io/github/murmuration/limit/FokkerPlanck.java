package io.github.murmuration.limit;

/**
 * Finite volumes for the density p(t, x; theta) of each mark,
 *
 * <pre>
 * d_t p = -d_x(b p) + d_xx(s^2/2 p)
 * </pre>
 *
 * by implicit Euler steps with the coefficients at the middle of the step and the means at its beginning. Masses are positive and sum to 1,
 * with what is on the points of ends that absorb, which nothing leaves;
 * errors are of first order in the step and of second in the spacing, upwind where noise is little.
 */
final class FokkerPlanck implements Law {

    /** Mass that may be left out at an end. */
    private static final double NOTHING = 1e-12;

    /** Sees the means [F + 1] and the masses [marks][points] that a step of length dt from t begins with. */
    interface Watch {
        void before(double t, double dt, double[] means, double[][] masses);
    }

    private final Problem problem;
    private final Grid grid;
    private final Moments moments;
    private final Chain chain;
    private final double[][] masses;
    private final double[] means;
    private double cost;
    private int lowest;
    private int highest;

    FokkerPlanck(Problem problem, Grid grid) {
        this.problem = problem;
        this.grid = grid;
        this.moments = new Moments(problem.equation(), problem.boundary());
        this.chain = new Chain(problem.equation(), grid);
        this.masses = new double[problem.marks().points().length][grid.points()];
        this.means = new double[problem.equation().features() + 1];
        this.lowest = grid.points() - 1;
        Atoms start = Atoms.of(problem.start(), grid.spacing() / 2, 0.5);
        for (double[] each : masses) {
            for (int k = 0; k < start.points().length; k++) {
                grid.add(start.points()[k], start.weights()[k], each);
            }
        }
    }

    Run run(Steps length) {
        return run(length, (t, dt, before, of) -> {});
    }

    /** @param watch sees what every step begins with, which the step changes */
    Run run(Steps length, Watch watch) {
        int times = problem.times().length;
        double[][] rows = new double[times][];
        double[][] densities = new double[times][];
        moments.means(this, 0, means);
        reach();
        for (int r = 0; r < times; r++) {
            int steps = length.count(problem, r);
            double dt = problem.length(r) / steps;
            for (int k = 0; k < steps; k++) {
                double t = problem.before(r) + k * dt;
                watch.before(t, dt, means, masses);
                step(t, k + 1 == steps ? problem.times()[r] : t + dt, dt);
            }
            rows[r] = moments.row(this, problem.times()[r], means, cost);
            densities[r] = density();
        }
        return new Run(rows, grid, densities);
    }

    /** The point below which there was nothing so far. */
    double low() {
        return grid.point(lowest);
    }

    /** The point above which there was nothing so far. */
    double high() {
        return grid.point(highest);
    }

    @Override
    public void forEach(Visitor visitor) {
        for (int j = 0; j < masses.length; j++) {
            double theta = problem.marks().points()[j];
            double weight = problem.marks().weights()[j];
            for (int i = grid.firstLiving(); i <= grid.lastLiving(); i++) {
                visitor.visit(grid.point(i), theta, weight * masses[j][i]);
            }
        }
    }

    @Override
    public double atLow() {
        return grid.firstLiving() > 0 ? mass(0) : 0;
    }

    @Override
    public double atHigh() {
        int last = grid.points() - 1;
        return grid.lastLiving() < last ? mass(last) : 0;
    }

    private void step(double t, double end, double dt) {
        for (int j = 0; j < masses.length; j++) {
            chain.set(t + dt / 2, problem.marks().points()[j], means, dt);
            chain.step(masses[j]);
        }
        moments.means(this, end, means);
        cost += dt * moments.costRate(this, t + dt / 2, means);
        reach();
    }

    private void reach() {
        int low = 0;
        for (double below = mass(0); low < lowest && below < NOTHING; below += mass(low)) {
            low++;
        }
        int high = grid.points() - 1;
        for (double above = mass(high); high > highest && above < NOTHING; above += mass(high)) {
            high--;
        }
        lowest = low;
        highest = high;
    }

    private double mass(int i) {
        double sum = 0;
        for (int j = 0; j < masses.length; j++) {
            sum += problem.marks().weights()[j] * masses[j][i];
        }
        return sum;
    }

    private double[] density() {
        double[] density = new double[grid.points()];
        for (int i = grid.firstLiving(); i <= grid.lastLiving(); i++) {
            density[i] = mass(i) * grid.perVolume(i);
        }
        return density;
    }
}
