package io.github.murmuration.cli;

/** A failure on another machine that did a part of the work; its message is the line that the program prints. */
public final class FailureElsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status of the program, see {@link Murmuration#execute} */
    public FailureElsewhere(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
