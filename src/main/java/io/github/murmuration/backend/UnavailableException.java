package io.github.murmuration.backend;

/** This machine cannot do what was asked; the message says why and what to do, in one line. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        super(message);
    }
}
