package io.github.murmuration.limit;

/**
 * How long steps are: those of the coarsest run are the horizon in {@code parts} or shorter, so that recorded times are ends of steps;
 * finer runs halve or quarter them.
 *
 * @param multiple steps for one of the coarsest run
 */
record Steps(int parts, int multiple) {

    /** Steps up to recorded time i since the one before. */
    int count(Problem problem, int i) {
        return multiple * (int) Math.ceil(problem.length(i) / problem.horizon() * parts * (1 - 1e-9));
    }

    /** Steps until the last recorded time. */
    double count(Problem problem) {
        double sum = 0;
        for (int i = 0; i < problem.times().length; i++) {
            sum += count(problem, i);
        }
        return sum;
    }
}
