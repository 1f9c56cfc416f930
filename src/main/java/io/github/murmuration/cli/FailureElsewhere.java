package io.github.murmuration.cli;

/** What went wrong where a part of the work was done; the message is the line that the program reports it with. */
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
