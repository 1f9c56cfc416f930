package io.github.murmuration.limit;

/**
 * The interval that the law of a problem stays in up to a mass of 1e-12 at either end: grown from the start until a coarse run fits,
 * whose steps and cells spread it too widely, then cut to what finer runs need.
 */
final class Domain {

    private static final int MOST_GROWTHS = 60;
    private static final int MOST_CUTS = 4;

    /** Cuts go on while they take at least a fifth of the interval. */
    private static final double WORTHWHILE = 0.8;

    private final Problem problem;
    private final int coarse;
    private Boundary interval;

    private Domain(Problem problem, int coarse) {
        this.problem = problem;
        this.coarse = coarse;
        this.interval = first();
    }

    /**
     * @param coarse intervals of the coarsest run, and steps at least
     * @throws ArithmeticException the law leaves all bounds
     */
    static Boundary of(Problem problem, int coarse) {
        if (problem.boundary().bounded()) {
            return problem.boundary();
        }
        Domain domain = new Domain(problem, coarse);
        domain.grow();
        domain.cut();
        return domain.interval;
    }

    private void grow() {
        for (int growth = 0; growth < MOST_GROWTHS; growth++) {
            FokkerPlanck run = run(0);
            boolean below = interval.low() > problem.boundary().low() && run.low() < place(1.0 / 32);
            boolean above = interval.high() < problem.boundary().high() && run.high() > place(31.0 / 32);
            if (!below && !above) {
                return;
            }
            interval = within(below ? place(-0.5) : interval.low(), above ? place(1.5) : interval.high());
        }
        throw new ArithmeticException("the law of infinitely many agents leaves all bounds");
    }

    private void cut() {
        for (int cut = 0; cut < MOST_CUTS; cut++) {
            FokkerPlanck run = run(2);
            double room = (interval.high() - interval.low()) / 64;
            Boundary less =
                    within(Math.max(interval.low(), run.low() - room), Math.min(interval.high(), run.high() + room));
            double share = (less.high() - less.low()) / (interval.high() - interval.low());
            interval = less;
            if (share > WORTHWHILE) {
                return;
            }
        }
    }

    private FokkerPlanck run(int finer) {
        FokkerPlanck run = new FokkerPlanck(problem, new Grid(interval, coarse << finer));
        run.run(new Steps(coarse, 1 << 2 * finer));
        return run;
    }

    private double place(double share) {
        return interval.low() + share * (interval.high() - interval.low());
    }

    private Boundary first() {
        Atoms start = Atoms.of(problem.start(), Double.POSITIVE_INFINITY, Atoms.REACH);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : start.points()) {
            double y = problem.boundary().inside(x);
            low = Math.min(low, y);
            high = Math.max(high, y);
        }
        double room = 1e-3 * Math.max(1, Math.max(Math.abs(low), Math.abs(high)));
        return within(low - room, high + room);
    }

    private Boundary within(double low, double high) {
        Boundary all = problem.boundary();
        double left = Math.max(low, all.low());
        double right = Math.min(high, all.high());
        return new Boundary(
                left, right, false, all.absorbsLow() && left == all.low(), all.absorbsHigh() && right == all.high());
    }
}
