package io.github.murmuration.limit;

/** The interval that the law of a problem stays in up to a mass of 1e-12 near its ends: grown from the start until a coarse run fits. */
final class Domain {

    private static final double NOTHING = 1e-12;
    private static final int MOST_GROWTHS = 60;

    private Domain() {}

    /**
     * @param coarse intervals of the coarse run, and steps at least
     * @throws ArithmeticException the law leaves all bounds
     */
    static Boundary of(Problem problem, int coarse) {
        Boundary domain = first(problem);
        for (int growth = 0; growth < MOST_GROWTHS; growth++) {
            FokkerPlanck run = new FokkerPlanck(problem, new Grid(domain, coarse));
            run.run(new Steps(coarse, 1));
            boolean below = domain.low() > problem.boundary().low() && !(run.lowest() < NOTHING);
            boolean above = domain.high() < problem.boundary().high() && !(run.highest() < NOTHING);
            if (!below && !above) {
                return domain;
            }
            double half = (domain.high() - domain.low()) / 2;
            domain = within(
                    problem.boundary(),
                    below ? domain.low() - half : domain.low(),
                    above ? domain.high() + half : domain.high());
        }
        throw new ArithmeticException("the law of infinitely many agents leaves all bounds");
    }

    private static Boundary first(Problem problem) {
        if (Double.isFinite(problem.boundary().high() - problem.boundary().low())) {
            return problem.boundary();
        }
        Atoms start = Atoms.of(problem.start(), Double.POSITIVE_INFINITY, Atoms.REACH);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : start.points()) {
            double y = problem.boundary().inside(x);
            low = Math.min(low, y);
            high = Math.max(high, y);
        }
        double room = 1e-3 * Math.max(1, Math.max(Math.abs(low), Math.abs(high)));
        return within(problem.boundary(), low - room, high + room);
    }

    private static Boundary within(Boundary all, double low, double high) {
        return Boundary.reflecting(Math.max(low, all.low()), Math.min(high, all.high()));
    }
}
