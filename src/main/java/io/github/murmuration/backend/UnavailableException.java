package io.github.murmuration.backend;

/** This machine cannot do the request. The message gives, in one line, the reason and the remedy. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        super(message);
    }
}
