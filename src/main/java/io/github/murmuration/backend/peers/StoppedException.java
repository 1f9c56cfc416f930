package io.github.murmuration.backend.peers;

/** Another process could not go on, and would not when it is started again. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why in one line, for the user */
    StoppedException(String why) {
        super(why);
    }
}
