package io.github.murmuration.study.throughput;

/**
 * How fast a case was.
 *
 * @param agents N; 0 where it was left out
 * @param steps taken at once
 * @param rate agent-steps per second under all guidances together: the median of several runs
 * @param slowest of them
 * @param fastest of them
 * @param joules per agent-step; NaN where the machine does not tell
 * @param without why it was left out; empty where it was not
 */
record Timing(long agents, int steps, double rate, double slowest, double fastest, double joules, String without) {

    static Timing leftOut(String why) {
        return new Timing(0, 0, 0, 0, 0, Double.NaN, why);
    }

    boolean done() {
        return without.isEmpty();
    }
}
