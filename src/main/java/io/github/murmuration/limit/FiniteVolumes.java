package io.github.murmuration.limit;

import java.util.Optional;

/** Finite volumes on the domain of a problem; a run has twice the intervals and four times the steps of the one before. */
final class FiniteVolumes implements Method {

    private static final int FLUCTUATIONS = 1;

    private final Problem problem;
    private final int coarsest;
    private Boundary domain;

    /** @param coarsest intervals of run 0, and steps at least */
    FiniteVolumes(Problem problem, int coarsest) {
        this.problem = problem;
        this.coarsest = coarsest;
    }

    @Override
    public double factor() {
        return 4;
    }

    @Override
    public double work(int run) {
        int marks = problem.marks().points().length;
        return marks * (double) intervals(run) * steps(run).count(problem);
    }

    /** @throws ArithmeticException the law leaves all bounds */
    @Override
    public Run run(int run) {
        if (domain == null) {
            domain = Domain.of(problem, coarsest);
        }
        return new FokkerPlanck(problem, new Grid(domain, intervals(run))).run(steps(run));
    }

    /** On the grid of the second run: a tenth of a standard error is nothing. */
    @Override
    public Optional<Fluctuations> fluctuations() {
        double end = problem.times()[problem.times().length - 1];
        if (end == 0) {
            return Optional.empty();
        }
        Problem atEnd = new Problem(
                problem.equation(),
                problem.start(),
                problem.marks(),
                problem.boundary(),
                problem.horizon(),
                new double[] {end});
        return Optional.of(Linearised.of(atEnd, new Grid(domain, intervals(FLUCTUATIONS)), steps(FLUCTUATIONS)));
    }

    private int intervals(int run) {
        return coarsest << run;
    }

    private Steps steps(int run) {
        return new Steps(coarsest, 1 << 2 * run);
    }
}
