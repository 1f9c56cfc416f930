package io.github.murmuration.backend.peers;

/** Another process failed, and would fail again if it were started again. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why in one line, for the user */
    StoppedException(String why) {
        super(why);
    }
}
