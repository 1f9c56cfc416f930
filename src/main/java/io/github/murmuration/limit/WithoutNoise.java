package io.github.murmuration.limit;

/** Characteristics; a run has twice the steps, and twice the atoms of a spread start, of the one before. */
final class WithoutNoise implements Method {

    /** Spacing of atoms in deviations of the start, in run 0. */
    private static final double SHARE = 0.5;

    private final Problem problem;
    private final int coarsest;

    /** @param coarsest steps of run 0, at least */
    WithoutNoise(Problem problem, int coarsest) {
        this.problem = problem;
        this.coarsest = coarsest;
    }

    @Override
    public double factor() {
        return 16;
    }

    @Override
    public double work(int run) {
        return 4.0 * characteristics(run).atoms() * steps(run).count(problem);
    }

    /** @return null where an atom meets noise */
    @Override
    public Run run(int run) {
        return characteristics(run).run(steps(run));
    }

    private Characteristics characteristics(int run) {
        return new Characteristics(problem, SHARE / (1 << run));
    }

    private Steps steps(int run) {
        return new Steps(coarsest, 1 << run);
    }
}
