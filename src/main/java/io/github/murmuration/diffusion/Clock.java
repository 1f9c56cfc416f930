package io.github.murmuration.diffusion;

/**
 * Steps of the reverse process from much noise to little, u_0 = from, ..., u_n = to: evenly spaced in u, or, where the clock is quadratic,
 * in the square root of u.
 *
 * @param from above {@code to}, which is at least 0
 * @param steps n
 */
public record Clock(double from, double to, int steps, boolean quadratic) {

    /** u_k. */
    public double at(int k) {
        double done = (double) k / steps;
        double root = root(done);
        return quadratic ? root * root : from - span() * done;
    }

    /** from - to, which is also the time that the reverse model runs for. */
    public double span() {
        return from - to;
    }

    /** Steps as long as these, as nearly as whole ones can be, over another part of the noise. */
    public Clock part(double start, double end) {
        double share = (place(start) - place(end)) / (place(from) - place(to));
        return new Clock(start, end, (int) Math.max(1, Math.round(steps * share)), quadratic);
    }

    /** What steps are even in. */
    private double place(double u) {
        return quadratic ? Math.sqrt(u) : u;
    }

    /** Time of the run before step k. */
    double time(int k) {
        return span() * k / steps;
    }

    /** Time of the run at which the noise is u; beyond the ends of the clock it goes on. */
    double timeAt(double u) {
        return span() * (place(from) - place(u)) / (place(from) - place(to));
    }

    /** u as an expression of the time t of the run. */
    String noise() {
        return quadratic ? "(" + root(0) + " - " + rootsPerTime() + "*t)^2" : from + " - t";
    }

    /** (u_k - u_(k+1)) / (t_(k+1) - t_k) as an expression of t = t_k. */
    String speed() {
        double start = 2 * root(0) - rootsPerTime() * time(1);
        return quadratic ? rootsPerTime() + "*(" + start + " - " + 2 * rootsPerTime() + "*t)" : "1";
    }

    /** sqrt(u) where a share of the steps is done. */
    private double root(double done) {
        return (1 - done) * Math.sqrt(from) + done * Math.sqrt(to);
    }

    private double rootsPerTime() {
        return (root(0) - root(1)) / span();
    }
}
