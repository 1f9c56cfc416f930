package io.github.murmuration.backend;

/** An agent became NaN or left the range (magnitude of 1e17 and more) in which sums are representable. */
public final class DivergenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int step;
    private final long agent;

    public DivergenceException(int step, long agent) {
        super("agent " + agent + " left the representable range in step " + step);
        this.step = step;
        this.agent = agent;
    }

    public int step() {
        return step;
    }

    public long agent() {
        return agent;
    }
}
